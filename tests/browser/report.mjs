const kShown = 5; // failures under one name

/** Counts what passed and failed, and says so at the end. */
export class Report {
  passed = 0;
  failed = 0;
  failures = new Map(); // name to what went wrong
  notes = [];

  pass(count = 1) {
    this.passed += count;
  }

  fail(name, what, count = 1) {
    this.failed += count;
    this.failures.set(name, [...(this.failures.get(name) ?? []), what]);
  }

  note(text) {
    this.notes.push(text);
  }

  print() {
    for (const [name, lines] of [...this.failures].sort()) {
      console.log(`${name}:\n${lines.slice(0, kShown).map((line) => `    ${line}`).join("\n")}`);
      if (lines.length > kShown) {
        console.log(`    and ${lines.length - kShown} more`);
      }
    }
    console.log(this.notes.join("\n"));
    console.log(`${this.passed} passed, ${this.failed} failed`);
  }
}
