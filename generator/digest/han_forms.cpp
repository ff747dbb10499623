#include "digest/han_forms.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <string>

namespace digest {

namespace {

struct HanForms {
  char16_t traditional;
  char16_t simplified;
};

constexpr std::array<HanForms, 170> kForms = {
    {{u'來', u'来'}, {u'個', u'个'}, {u'們', u'们'}, {u'備', u'备'}, {u'價', u'价'}, {u'優', u'优'},
     {u'內', u'内'}, {u'別', u'别'}, {u'刪', u'删'}, {u'則', u'则'}, {u'創', u'创'}, {u'劃', u'划'},
     {u'動', u'动'}, {u'勢', u'势'}, {u'區', u'区'}, {u'參', u'参'}, {u'員', u'员'}, {u'問', u'问'},
     {u'啟', u'启'}, {u'單', u'单'}, {u'圍', u'围'}, {u'圖', u'图'}, {u'團', u'团'}, {u'報', u'报'},
     {u'場', u'场'}, {u'壇', u'坛'}, {u'壓', u'压'}, {u'學', u'学'}, {u'實', u'实'}, {u'專', u'专'},
     {u'對', u'对'}, {u'導', u'导'}, {u'屬', u'属'}, {u'師', u'师'}, {u'幾', u'几'}, {u'庫', u'库'},
     {u'強', u'强'}, {u'後', u'后'}, {u'從', u'从'}, {u'態', u'态'}, {u'應', u'应'}, {u'掃', u'扫'},
     {u'損', u'损'}, {u'擇', u'择'}, {u'擊', u'击'}, {u'據', u'据'}, {u'敘', u'叙'}, {u'數', u'数'},
     {u'時', u'时'}, {u'書', u'书'}, {u'會', u'会'}, {u'條', u'条'}, {u'業', u'业'}, {u'極', u'极'},
     {u'構', u'构'}, {u'標', u'标'}, {u'樣', u'样'}, {u'機', u'机'}, {u'欄', u'栏'}, {u'權', u'权'},
     {u'歷', u'历'}, {u'歸', u'归'}, {u'沒', u'没'}, {u'況', u'况'}, {u'測', u'测'}, {u'準', u'准'},
     {u'為', u'为'}, {u'無', u'无'}, {u'獨', u'独'}, {u'獲', u'获'}, {u'獻', u'献'}, {u'現', u'现'},
     {u'產', u'产'}, {u'發', u'发'}, {u'眾', u'众'}, {u'確', u'确'}, {u'碼', u'码'}, {u'礎', u'础'},
     {u'節', u'节'}, {u'簡', u'简'}, {u'約', u'约'}, {u'紅', u'红'}, {u'紙', u'纸'}, {u'級', u'级'},
     {u'細', u'细'}, {u'紹', u'绍'}, {u'終', u'终'}, {u'組', u'组'}, {u'結', u'结'}, {u'統', u'统'},
     {u'綠', u'绿'}, {u'維', u'维'}, {u'網', u'网'}, {u'線', u'线'}, {u'練', u'练'}, {u'縮', u'缩'},
     {u'總', u'总'}, {u'織', u'织'}, {u'繫', u'系'}, {u'義', u'义'}, {u'聯', u'联'}, {u'與', u'与'},
     {u'薦', u'荐'}, {u'藍', u'蓝'}, {u'藝', u'艺'}, {u'處', u'处'}, {u'號', u'号'}, {u'術', u'术'},
     {u'裡', u'里'}, {u'製', u'制'}, {u'複', u'复'}, {u'見', u'见'}, {u'視', u'视'}, {u'觀', u'观'},
     {u'計', u'计'}, {u'訊', u'讯'}, {u'訓', u'训'}, {u'註', u'注'}, {u'評', u'评'}, {u'詞', u'词'},
     {u'試', u'试'}, {u'話', u'话'}, {u'詳', u'详'}, {u'認', u'认'}, {u'語', u'语'}, {u'說', u'说'},
     {u'請', u'请'}, {u'論', u'论'}, {u'講', u'讲'}, {u'證', u'证'}, {u'譯', u'译'}, {u'議', u'议'},
     {u'讀', u'读'}, {u'讚', u'赞'}, {u'貢', u'贡'}, {u'資', u'资'}, {u'質', u'质'}, {u'較', u'较'},
     {u'載', u'载'}, {u'轉', u'转'}, {u'這', u'这'}, {u'連', u'连'}, {u'進', u'进'}, {u'過', u'过'},
     {u'遠', u'远'}, {u'選', u'选'}, {u'邊', u'边'}, {u'錄', u'录'}, {u'鍵', u'键'}, {u'鍾', u'钟'},
     {u'鏈', u'链'}, {u'長', u'长'}, {u'門', u'门'}, {u'開', u'开'}, {u'間', u'间'}, {u'閱', u'阅'},
     {u'關', u'关'}, {u'隊', u'队'}, {u'階', u'阶'}, {u'雜', u'杂'}, {u'頁', u'页'}, {u'項', u'项'},
     {u'領', u'领'}, {u'頻', u'频'}, {u'題', u'题'}, {u'類', u'类'}, {u'館', u'馆'}, {u'驗', u'验'},
     {u'體', u'体'}, {u'點', u'点'}}};

constexpr char32_t kFirstHan = 0x4E00;
constexpr char32_t kLastHan = 0x9FFF;
using HanSet = std::bitset<kLastHan - kFirstHan + 1>;

/// The characters of the table: nearly all others are told apart by one look.
const HanSet& characters_with_forms() {
  static const HanSet kSet = [] {
    HanSet set;
    for (const HanForms& forms : kForms) {
      set.set(forms.traditional - kFirstHan);
      set.set(forms.simplified - kFirstHan);
    }
    return set;
  }();
  return kSet;
}

/// The code point of a character of three bytes; 0 if it has no other form.
char32_t with_other_form(std::string_view character) {
  if (character.size() < 3 || static_cast<unsigned char>(character[0]) < 0xE4U) {
    return 0;
  }
  const text::CodePoint point = text::code_point_at(character, 0);
  const bool has_form = point.value >= kFirstHan && point.value <= kLastHan &&
                        characters_with_forms().test(point.value - kFirstHan);
  return has_form ? point.value : 0;
}

/// The other form of a character that has one.
char32_t form_of(char32_t value) {
  for (const HanForms& forms : kForms) {
    if (forms.traditional == value || forms.simplified == value) {
      return forms.traditional == value ? forms.simplified : forms.traditional;
    }
  }
  return 0;
}

}  // namespace

bool is_same_ideograph(std::string_view a, std::string_view b) {
  if (a == b) {
    return true;
  }
  const char32_t first = with_other_form(b);
  const char32_t second = first == 0 ? 0 : with_other_form(a);
  return second != 0 && form_of(first) == second;
}

std::optional<std::array<char, 3>> other_form(std::string_view text) {
  const char32_t value = with_other_form(text);
  if (value == 0) {
    return std::nullopt;
  }
  std::string other;
  text::append_utf8(other, form_of(value));
  return std::array<char, 3>{other[0], other[1], other[2]};
}

}  // namespace digest
