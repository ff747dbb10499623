// The browser cuts texts as the program does: token_vectors.json holds both (tokens_test.cpp reads it too).
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

import { PaperSearch } from "./reader.mjs";

const vectors = JSON.parse(readFileSync(new URL("token_vectors.json", import.meta.url), "utf8"));
const wrong = vectors.filter(({ text, tokens }) => !isDeepStrictEqual(PaperSearch.tokens_of(text), tokens));
for (const { text, tokens } of wrong) {
  console.log(`${JSON.stringify(text)}\n  wanted ${JSON.stringify(tokens)}\n  got    ${JSON.stringify(PaperSearch.tokens_of(text))}`);
}
console.log(`${vectors.length - wrong.length} of ${vectors.length} texts are cut as the vectors say`);
process.exitCode = wrong.length === 0 ? 0 : 1;
