#include "render/math_symbols.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace render {

namespace {

struct Named {
  std::string_view name;
  std::string_view text;
};

constexpr auto kNames = std::to_array<Named>(
    {{"alpha", "α"},       {"beta", "β"},       {"gamma", "γ"},   {"delta", "δ"},
     {"epsilon", "ϵ"},     {"varepsilon", "ε"}, {"zeta", "ζ"},    {"eta", "η"},
     {"theta", "θ"},       {"vartheta", "ϑ"},   {"iota", "ι"},    {"kappa", "κ"},
     {"lambda", "λ"},      {"mu", "μ"},         {"nu", "ν"},      {"xi", "ξ"},
     {"pi", "π"},          {"rho", "ρ"},        {"sigma", "σ"},   {"varsigma", "ς"},
     {"tau", "τ"},         {"upsilon", "υ"},    {"phi", "ϕ"},     {"varphi", "φ"},
     {"chi", "χ"},         {"psi", "ψ"},        {"omega", "ω"},   {"Gamma", "Γ"},
     {"Delta", "Δ"},       {"Theta", "Θ"},      {"Lambda", "Λ"},  {"Xi", "Ξ"},
     {"Pi", "Π"},          {"Sigma", "Σ"},      {"Upsilon", "Υ"}, {"Phi", "Φ"},
     {"Psi", "Ψ"},         {"Omega", "Ω"},      {"ell", "ℓ"},     {"infty", "∞"},
     {"emptyset", "∅"},    {"varnothing", "∅"}, {"hbar", "ℏ"},    {"Re", "ℜ"},
     {"Im", "ℑ"},          {"aleph", "ℵ"},      {"partial", "∂"}, {"nabla", "∇"},
     {"top", "⊤"},         {"bot", "⊥"},        {"circ", "∘"},    {"degree", "°"},
     {"prime", "′"},       {"dagger", "†"},     {"ldots", "…"},   {"cdots", "⋯"},
     {"dots", "…"},        {"vdots", "⋮"},      {"log", "log"},   {"ln", "ln"},
     {"exp", "exp"},       {"sin", "sin"},      {"cos", "cos"},   {"tan", "tan"},
     {"max", "max"},       {"min", "min"},      {"arg", "arg"},   {"argmax", "argmax"},
     {"argmin", "argmin"}, {"sup", "sup"},      {"inf", "inf"},   {"lim", "lim"},
     {"det", "det"},       {"dim", "dim"},      {"Pr", "Pr"},     {"gcd", "gcd"},
     {"ker", "ker"},       {"deg", "deg"},      {"tanh", "tanh"}, {"%", "%"},
     {"#", "#"},           {"$", "$"},          {"&", "&"},       {"_", "_"}});

constexpr auto kOperators =
    std::to_array<Named>({{"leq", "≤"},        {"le", "≤"},        {"geq", "≥"},
                          {"ge", "≥"},         {"neq", "≠"},       {"ne", "≠"},
                          {"ll", "≪"},         {"gg", "≫"},        {"approx", "≈"},
                          {"sim", "∼"},        {"simeq", "≃"},     {"cong", "≅"},
                          {"equiv", "≡"},      {"propto", "∝"},    {"times", "×"},
                          {"cdot", "⋅"},       {"div", "÷"},       {"pm", "±"},
                          {"mp", "∓"},         {"ast", "∗"},       {"star", "⋆"},
                          {"bullet", "∙"},     {"oplus", "⊕"},     {"otimes", "⊗"},
                          {"odot", "⊙"},       {"cup", "∪"},       {"cap", "∩"},
                          {"setminus", "∖"},   {"subset", "⊂"},    {"supset", "⊃"},
                          {"subseteq", "⊆"},   {"supseteq", "⊇"},  {"in", "∈"},
                          {"notin", "∉"},      {"ni", "∋"},        {"forall", "∀"},
                          {"exists", "∃"},     {"neg", "¬"},       {"lnot", "¬"},
                          {"land", "∧"},       {"wedge", "∧"},     {"lor", "∨"},
                          {"vee", "∨"},        {"to", "→"},        {"rightarrow", "→"},
                          {"leftarrow", "←"},  {"gets", "←"},      {"leftrightarrow", "↔"},
                          {"Rightarrow", "⇒"}, {"Leftarrow", "⇐"}, {"Leftrightarrow", "⇔"},
                          {"implies", "⟹"},    {"iff", "⟺"},       {"mapsto", "↦"},
                          {"uparrow", "↑"},    {"downarrow", "↓"}, {"sum", "∑"},
                          {"prod", "∏"},       {"int", "∫"},       {"mid", "∣"},
                          {"parallel", "∥"},   {"perp", "⊥"},      {"langle", "⟨"},
                          {"rangle", "⟩"},     {"lfloor", "⌊"},    {"rfloor", "⌋"},
                          {"lceil", "⌈"},      {"rceil", "⌉"},     {"vert", "|"},
                          {"Vert", "‖"},       {"|", "‖"},         {"{", "{"},
                          {"}", "}"},          {"lbrace", "{"},    {"rbrace", "}"},
                          {"colon", ":"},      {"backslash", "\\"}});

constexpr auto kAccents = std::to_array<Named>({{"hat", "^"},
                                                {"widehat", "^"},
                                                {"bar", "¯"},
                                                {"overline", "¯"},
                                                {"tilde", "~"},
                                                {"widetilde", "~"},
                                                {"vec", "→"},
                                                {"dot", "˙"},
                                                {"ddot", "¨"}});

template <std::size_t size>
std::string_view text_of(const std::array<Named, size>& table, std::string_view name) {
  const auto found = std::ranges::find(table, name, &Named::name);
  return found == table.end() ? std::string_view() : found->text;
}

struct AlphabetName {
  std::string_view command;
  MathAlphabet alphabet;
};

constexpr auto kAlphabets = std::to_array<AlphabetName>({{"mathbb", MathAlphabet::blackboard},
                                                         {"mathcal", MathAlphabet::script},
                                                         {"mathscr", MathAlphabet::script},
                                                         {"mathbf", MathAlphabet::bold},
                                                         {"boldsymbol", MathAlphabet::bold},
                                                         {"bm", MathAlphabet::bold},
                                                         {"mathfrak", MathAlphabet::fraktur},
                                                         {"mathrm", MathAlphabet::upright},
                                                         {"mathsf", MathAlphabet::upright},
                                                         {"mathtt", MathAlphabet::upright},
                                                         {"mathit", MathAlphabet::plain}});

constexpr auto kSwitches = std::to_array<AlphabetName>({{"cal", MathAlphabet::script},
                                                        {"bf", MathAlphabet::bold},
                                                        {"rm", MathAlphabet::upright},
                                                        {"it", MathAlphabet::plain}});

template <std::size_t size>
std::optional<MathAlphabet> alphabet_of(const std::array<AlphabetName, size>& table,
                                        std::string_view name) {
  const auto found = std::ranges::find(table, name, &AlphabetName::command);
  return found == table.end() ? std::nullopt : std::optional(found->alphabet);
}

/// Letters that Unicode had before its mathematical alphabets; their places there are empty.
struct OlderLetter {
  MathAlphabet alphabet;
  char letter;
  char32_t value;
};

constexpr auto kOlderLetters = std::to_array<OlderLetter>(
    {{MathAlphabet::blackboard, 'C', U'ℂ'}, {MathAlphabet::blackboard, 'H', U'ℍ'},
     {MathAlphabet::blackboard, 'N', U'ℕ'}, {MathAlphabet::blackboard, 'P', U'ℙ'},
     {MathAlphabet::blackboard, 'Q', U'ℚ'}, {MathAlphabet::blackboard, 'R', U'ℝ'},
     {MathAlphabet::blackboard, 'Z', U'ℤ'}, {MathAlphabet::script, 'B', U'ℬ'},
     {MathAlphabet::script, 'E', U'ℰ'},     {MathAlphabet::script, 'F', U'ℱ'},
     {MathAlphabet::script, 'H', U'ℋ'},     {MathAlphabet::script, 'I', U'ℐ'},
     {MathAlphabet::script, 'L', U'ℒ'},     {MathAlphabet::script, 'M', U'ℳ'},
     {MathAlphabet::script, 'R', U'ℛ'},     {MathAlphabet::script, 'e', U'ℯ'},
     {MathAlphabet::script, 'g', U'ℊ'},     {MathAlphabet::script, 'o', U'ℴ'},
     {MathAlphabet::fraktur, 'C', U'ℭ'},    {MathAlphabet::fraktur, 'H', U'ℌ'},
     {MathAlphabet::fraktur, 'I', U'ℑ'},    {MathAlphabet::fraktur, 'R', U'ℜ'},
     {MathAlphabet::fraktur, 'Z', U'ℨ'}});

/// Where an alphabet's capital A and its 0 stand in Unicode; 0: it has none.
struct Block {
  char32_t capital_a = 0;
  char32_t digit_zero = 0;
};

Block block_of(MathAlphabet alphabet) {
  switch (alphabet) {
    case MathAlphabet::bold:
      return {0x1D400, 0x1D7CE};
    case MathAlphabet::script:
      return {0x1D49C, 0};
    case MathAlphabet::blackboard:
      return {0x1D538, 0x1D7D8};
    case MathAlphabet::fraktur:
      return {0x1D504, 0};
    case MathAlphabet::plain:
    case MathAlphabet::upright:
      break;
  }
  return {};
}

}  // namespace

std::optional<MathSymbol> math_symbol(std::string_view name) {
  if (const std::string_view text = text_of(kNames, name); !text.empty()) {
    return MathSymbol{text, MathClass::name};
  }
  const std::string_view text = text_of(kOperators, name);
  return text.empty() ? std::nullopt : std::optional(MathSymbol{text, MathClass::operation});
}

std::string_view math_accent(std::string_view name) {
  return text_of(kAccents, name);
}

std::optional<MathAlphabet> math_alphabet(std::string_view name) {
  return alphabet_of(kAlphabets, name);
}

std::optional<MathAlphabet> math_switch(std::string_view name) {
  return alphabet_of(kSwitches, name);
}

std::string math_letter(char c, MathAlphabet alphabet) {
  const auto* const older = std::ranges::find_if(kOlderLetters, [&](const OlderLetter& one) {
    return one.alphabet == alphabet && one.letter == c;
  });
  char32_t value = static_cast<unsigned char>(c);
  const auto [capital_a, digit_zero] = block_of(alphabet);
  if (older != kOlderLetters.end()) {
    value = older->value;
  } else if (c >= 'A' && c <= 'Z' && capital_a != 0) {
    value = capital_a + static_cast<char32_t>(c - 'A');
  } else if (c >= 'a' && c <= 'z' && capital_a != 0) {
    value = capital_a + 26 + static_cast<char32_t>(c - 'a');
  } else if (c >= '0' && c <= '9' && digit_zero != 0) {
    value = digit_zero + static_cast<char32_t>(c - '0');
  }
  std::string letter;
  text::append_utf8(letter, value);
  return letter;
}

}  // namespace render
