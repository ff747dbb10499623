#include "generated_digests.hpp"

#include "made_text.hpp"
#include "text/calendar_date.hpp"

#include <array>
#include <chrono>
#include <string>
#include <string_view>

namespace bench {

namespace {

constexpr std::string_view kLegend =
    "LG - 机器学习 CV - 计算机视觉 CL - 计算与语言 AS - 音频与语音 RO - 机器人\n";
constexpr std::array<std::string_view, 5> kCodes = {"LG", "CV", "CL", "AS", "RO"};
constexpr std::size_t kPapersADigest = 10;

std::string author(Random& random, std::size_t pool) {
  const std::size_t person = random.rank(pool);
  std::string name(1, static_cast<char>('A' + person % 26));
  return name + " " + capitalised(english_word(person / 26 + 50));
}

std::string list(Random& random, std::size_t count, std::string_view separator,
                 const auto& make_item) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += (i == 0 ? "" : std::string(separator)) + make_item(random);
  }
  return text;
}

struct Place {
  std::size_t digest;
  std::size_t paper;
  std::string month;  ///< `2302`, of the arXiv number
  std::size_t people;
};

void append_paper(std::string& out, Random& random, const Place& place) {
  const bool featured = place.paper < kPapersADigest / 2;
  const std::string number = std::to_string(10'000 + (place.digest * 10 + place.paper) % 90'000);
  out += (featured ? std::to_string(place.paper + 1) + "、" : "") + "[" +
         std::string(kCodes[random.rank(kCodes.size())]) + "] " + english(random, 60) + "\n\n";
  out.pop_back();
  out += list(random, 2 + random.below(6), ", ",
              [&place](Random& r) { return author(r, place.people); }) +
         "\n[" +
         list(random, 1 + random.below(3), " & ",
              [](Random& r) { return "University of " + english_word(r.rank(300)); }) +
         "]\n\n" + chinese(random, 18) + "\n\n要点:\n\n";
  for (int point = 1; point <= 3; ++point) {
    out +=
        "  " + std::to_string(point) + ". " + chinese(random, 45) + (point < 3 ? ";" : "。") + "\n";
  }
  out += "\n一句话总结:\n" + chinese(random, 90) + "。\n\n";
  if (featured) {
    out += "摘要:\n" + chinese(random, 270) + "。\n\n";
  }
  out += english(random, 1050) + "\n\nhttps://arxiv.org/abs/" + place.month + "." + number + "\n";
  out += kLegend;
  out += kLegend;
  out += "\n";
}

text::CalendarDate day(std::size_t number) {
  const std::chrono::year_month_day date(std::chrono::sys_days(
      std::chrono::days(14'610 + static_cast<int>(number))));  // from 2010-01-01 on
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace

std::vector<std::shared_ptr<const text::SourceText>> generate_digests(std::size_t count) {
  std::vector<std::shared_ptr<const text::SourceText>> digests;
  for (std::size_t i = 0; i < count; ++i) {
    Random random(i + 1);
    const std::string date = text::to_iso(day(i));
    std::string text(kLegend);
    for (std::size_t paper = 0; paper < kPapersADigest; ++paper) {
      text += paper == kPapersADigest / 2 ? "另外几篇值得关注的论文:\n\n" : "";
      append_paper(text, random,
                   {.digest = i,
                    .paper = paper,
                    .month = date.substr(2, 2) + date.substr(5, 2),
                    .people = count * 5 + 50});
    }
    digests.push_back(
        std::make_shared<const text::SourceText>("content/" + date + ".txt", std::move(text)));
  }
  return digests;
}

}  // namespace bench
