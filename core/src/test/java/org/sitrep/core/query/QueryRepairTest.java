package org.sitrep.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.core.article.Facet;

/** What is read otherwise than typed, and what is said about it. */
class QueryRepairTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-05-14T10:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # typed                | read as                 | at | long | said
          joint "task force      | joint task force        | 6  | 1  | quote at 6 never closes: read as words
          5" gun                 | 5 gun                   | 1  | 1  | quote at 1 never closes: read as words
          "" drone               | drone                   | 0  | 2  | quotes hold no word: left out
          "task force"~ drone    | "task force" drone      | 0  | 13 | tilde after quotes has no number: left out
          "task force"~999       | "task force"~100        | 0  | 16 | slop is more than 100: read as 100
          (drone OR uav          | drone OR uav            | 0  | 1  | bracket at 0 never closes: closed at the end
          -(drone uav            | -(drone uav)            | 1  | 1  | bracket at 1 never closes: closed at the end
          drone) uav             | drone uav               | 5  | 1  | bracket at 5 closes nothing: left out
          drone ()               | drone                   | 6  | 1  | brackets hold nothing: left out
          AND drone              | drone                   | 0  | 3  | AND has nothing before it: left out
          drone OR               | drone                   | 6  | 2  | OR has nothing after it: left out
          drone AND OR uav       | drone AND uav           | 10 | 2  | OR stands after AND: left out
          drone OR OR uav        | drone OR uav            | 9  | 2  | OR stands after OR: left out
          drone NOT              | drone                   | 6  | 3  | NOT has nothing after it: left out
          NOT AND drone          | -drone                  | 4  | 3  | AND stands after a negation: left out
          NOT NOT drone          | -drone                  | 4  | 3  | two negations in a row: read as one
          contry:ukraine         | contry ukraine          | 0  | 7  | no field 'contry': did you mean country? read as words
          -contry:ukraine        | -(contry ukraine)       | 1  | 7  | no field 'contry': did you mean country? read as words
          tags:"air force"       | tags "air force"        | 0  | 5  | no field 'tags': did you mean tag? read as words
          langauge:en            | langauge en             | 0  | 9  | no field 'langauge': did you mean language? read as words
          drone OR uav contry:ukraine since:2025-03 | (drone OR uav) contry ukraine since:2025-03 | 13 | 7 | no field 'contry': did you mean country? read as words
          nations:ukraine        | nations ukraine         | 0  | 8  | no field 'nations': did you mean country? read as words
          drone place=kyiv       | drone place kyiv        | 6  | 6  | no field 'place': did you mean country? read as words
          drone country=ukraine  | drone country:UA        | 6  | 8  | no colon stands after 'country': read as 'country:'
          tag=="air force"       | tag:"air force"         | 0  | 5  | no colon stands after 'tag': read as 'tag:'
          drone tag!=opinion     | drone -tag:opinion      | 9  | 2  | '!=' stands after 'tag:': read as minus before it
          country= ukraine       | country\\= ukraine       | 0  | 9  | white space stands beside the equals sign: did you mean 'country:'? read as words
          date >= 1987-03        | date 1987-03           | 0  | 8  | white space stands before '>=': did you mean 'date:>='? read as words
          country:"-us"          | "-us"                   | 8  | 5  | no country '-us': did you mean -country:us? read as words
          month:march            | month march             | 0  | 6  | no field 'month': did you mean date? read as words
          year:2025              | year 2025               | 0  | 5  | no field 'year': did you mean date? read as words
          filetype:pdf           | filetype pdf            | 0  | 9  | no field 'filetype': read as words
          country:transnistria   | transnistria            | 8  | 12 | no country 'transnistria': read as words
          -country:ukrane        | -ukrane                 | 9  | 6  | no country 'ukrane': did you mean Ukraine? read as words
          about:"no such land"   | "no such land"          | 6  | 14 | no country 'no such land': read as words
          country:zz* drone      | drone                   | 8  | 3  | no country 'zz*': left out
          lang:ukrainain drone   | ukrainain drone         | 5  | 9  | no language 'ukrainain': did you mean Ukrainian? read as words
          lang:!! drone          | drone                   | 5  | 2  | no language '!!': left out
          drone date:2025-13     | drone                   | 11 | 7  | date is not one: '2025-13': did you mean 2025? the filter is left out
          drone date:..          | drone                   | 11 | 2  | date is not one such as 2025, 2025-03, 2025-03-07, yesterday or 7d: '..': the filter is left out
          drone since:2024..2025 | drone date:2024..2025   | 12 | 10 | a range stands after 'since:': read as date:2024..2025
          since:[2024 TO 2025] x | date:2024..2025 x       | 6  | 14 | date is not written so: '[2024 TO 2025]': read as 2024..2025
          date:[2024-01-01 TO 2025-01-01} | date:2024      | 5  | 26 | date is not written so: '[2024-01-01 TO 2025-01-01}': read as 2024-01-01..2024-12-31
          date:{2024 TO 2025}    | date:2024..2025         | 5  | 14 | date is not written so: '{2024 TO 2025}': read as 2024..2025
          date:[2024 TO *] x     | since:2024 x            | 5  | 11 | date is not written so: '[2024 TO *]': read as 2024..
          date:[NOW-7DAYS TO NOW] | date:2025-05-07..2025-05-14 | 5 | 18 | date is not written so: '[NOW-7DAYS TO NOW]': read as 2025-05-07..today
          date:[foo TO bar] x    | x                       | 5  | 12 | date is not one such as 2025, 2025-03, 2025-03-07, yesterday or 7d: '[foo TO bar]': the filter is left out
          date:"May '25"         | date:2025-05            | 5  | 9  | date is not written so: 'May '25': read as 2025-05
          date:"Jan 99"          | date:1999-01            | 5  | 8  | date is not written so: 'Jan 99': read as 1999-01
          date:14/5/25           | date:2025-05-14         | 5  | 7  | date is not written so: '14/5/25': read as 2025-05-14
          date:5/14/25           | date:2025-05-14         | 5  | 7  | date is not written so: '5/14/25': read as 2025-05-14
          date:31.12.22          | date:2022-12-31         | 5  | 8  | date is not written so: '31.12.22': read as 2022-12-31
          drone date:3/4/25      | drone                   | 11 | 6  | date is not clear: '3/4/25': did you mean 2025-04-03 or 2025-03-04? the filter is left out
          drone date:jan24       | drone                   | 11 | 5  | date is not clear: 'jan24': did you mean 2025-01-24 or 2024-01? the filter is left out
          date:24h               | date:2025-05-13..2025-05-14 | 5 | 3 | date is not written so: '24h': read as 2d
          date:last7days         | date:2025-05-08..2025-05-14 | 5 | 9 | date is not written so: 'last7days': read as 7d
          date:"second half of 2024" | date:2024-07..2024-12 | 5 | 21 | date is not written so: 'second half of 2024': read as 2024-07..2024-12
          date:"3rd quarter 2024" | date:2024-07..2024-09  | 5  | 18 | date is not written so: '3rd quarter 2024': read as 2024-07..2024-09
          date:"week 5 of 2024"  | date:2024-01-29..2024-02-04 | 5 | 16 | date is not written so: 'week 5 of 2024': read as 2024-01-29..2024-02-04
          drone date:2024-W53    | drone                   | 11 | 8  | date is not one: '2024-W53': did you mean 2024? the filter is left out
          date:"early 2024"      | date:2024-01..2024-03   | 5  | 12 | date is not written so: 'early 2024': read as 2024-01..2024-03
          date:2024-01-31:2024-02-03 | date:2024-01-31..2024-02-03 | 5 | 21 | date is not written so: '2024-01-31:2024-02-03': read as 2024-01-31..2024-02-03
          date:вчора             | date:2025-05-13         | 5  | 5  | date is not written so: 'вчора': read as yesterday
          date:"w zeszłym tygodniu" | date:2025-05-05..2025-05-11 | 5 | 20 | date is not written so: 'w zeszłym tygodniu': read as 2025-05-05..2025-05-11
          drone until:unknown    | drone                   | 12 | 7  | date is not one such as 2025, 2025-03, 2025-03-07, yesterday or 7d: 'unknown': the filter is left out
          drone date:0d          | drone                   | 11 | 2  | date is not one such as 2025, 2025-03, 2025-03-07, yesterday or 7d: '0d': the filter is left out
          a AND date:x AND b     | a AND b                 | 11 | 1  | date is not one such as 2025, 2025-03, 2025-03-07, yesterday or 7d: 'x': the filter is left out
          date:2025-05..2025-03  | date:2025-03..2025-05   | 5  | 16 | range ends before it starts: '2025-05..2025-03': turned round
          tag: procurement       | tag:procurement         | 4  | 1  | white space stands after 'tag:': what follows is its value
          drone tag:             | drone                   | 6  | 4  | field 'tag' has no value: left out
          since: AND drone       | drone                   | 0  | 6  | field 'since' has no value: left out
          drone tag:""           | drone                   | 10 | 2  | field 'tag' has no value: left out
          drone title:...        | drone                   | 12 | 3  | nothing to look for: '...': left out
          tag:"air force"~2      | tag:"air force"         | 4  | 13 | tilde stands after a value: left out
          zelensky~3             | zelensky~2              | 0  | 10 | fuzzy is not 1 or 2: '3': read as 2
          zelensky~0.8           | zelensky~2              | 0  | 12 | fuzzy is not 1 or 2: '0.8': read as 2
          zelensky~0             | zelensky                | 0  | 10 | fuzzy is not 1 or 2: '0': read as the word itself
          oil^2 drone            | oil drone               | 3  | 2  | no word weighs more than another: '^2': left out
          "oil price"^2.5 drone  | "oil price" drone       | 11 | 4  | no word weighs more than another: '^2.5': left out
          (oil OR gas)^3         | oil OR gas              | 12 | 2  | no word weighs more than another: '^3': left out
          title:dron*^3          | title:dron*             | 11 | 2  | no word weighs more than another: '^3': left out
          EU~                    | EU                      | 0  | 3  | word is too short to be fuzzy: 'EU': tilde left out
          -                      | *                       | 0  | 1  | nothing to search for: '-': read as every article
          ?????                  | *                       | 0  | 5  | nothing to search for: '?????': read as every article
          : -- …                 | *                       | 0  | 6  | nothing to search for: ': -- …': read as every article
          lang:en~ drone         | lang:en drone           | 5  | 3  | no fuzzy match for 'en': tilde left out
          zel*sky~1              | zel*sky                 | 0  | 9  | a word is fuzzy or has wildcards, not both: tilde left out
          "air force"* drone     | "air force" drone       | 11 | 1  | star stands after no word: left out
          is Russia winning?     | is Russia winning       | 10 | 8  | question mark ends a word: read as punctuation
          (is it so?!)           | is it so                | 7  | 4  | question mark ends a word: read as punctuation
          What next? Talks       | What next Talks         | 5  | 5  | question mark ends a word: read as punctuation
          (What next?) talks     | (What next) talks       | 6  | 5  | question mark ends a word: read as punctuation
          see https://a.b/c?d=1  | see https://a.b/c\\?d=1 | 4  | 17 | question mark stands in an address: read as punctuation
          WWW.a.b/c?d=1&e=?, x   | WWW.a.b/c\\?d=1&e\\= x | 0  | 18 | question mark stands in an address: read as punctuation
          deal -$1.5 billion     | deal -"$1.5 billion"    | 6  | 12 | amount of several words is not in quotes: '$1.5 billion': read as one amount
          -$ 1.5 billion, deal   | -"$1.5 billion" deal    | 1  | 14 | amount of several words is not in quotes: '$1.5 billion': read as one amount
          NOT 5 per cent of      | -"5 per cent" of        | 4  | 10 | amount of several words is not in quotes: '5 per cent': read as one amount
          frigates AND €1.5 bn x | (frigates AND "€1.5 bn") x | 13 | 7 | amount of several words is not in quotes: '€1.5 bn': read as one amount
          title:$ 1.5 billion x  | title:"$1.5 billion" x  | 6  | 13 | amount of several words is not in quotes: '$1.5 billion': read as one amount
          tag:5 million          | tag:"5 million"         | 4  | 9  | amount of several words is not in quotes: '5 million': read as one amount
          USD 100 million OR x   | "USD 100 million" OR x  | 0  | 15 | amount of several words is not in quotes: 'USD 100 million': read as one amount
          a OR (b AND 5 m euros) | a OR (b AND "5 m euros") | 12 | 9 | amount of several words is not in quotes: '5 m euros': read as one amount
          x AND 10 000 Mrd. Euro | x AND "10 000 Mrd. Euro" | 6 | 16 | amount of several words is not in quotes: '10 000 Mrd. Euro': read as one amount
          x AND US$ 2-3 million? | x AND "US$ 2-3 million" | 6  | 16 | amount of several words is not in quotes: 'US$ 2-3 million': read as one amount
          -5 млрд гривень        | -"5 млрд гривень"       | 1  | 14 | amount of several words is not in quotes: '5 млрд гривень': read as one amount
          date:2024 - 2025 x     | date:2024..2025 x       | 5  | 11 | date is not written so: '2024 - 2025': read as 2024..2025
          date:2024-03 to May 2024, x | date:2024-03..2024-05 x | 5 | 20 | date is not written so: '2024-03 to May 2024,': read as 2024-03..2024-05
          date:2024 .. 2025      | date:2024..2025         | 5  | 12 | date is not written so: '2024 .. 2025': read as 2024..2025
          -date:2024.. 2025      | -date:2024..2025        | 6  | 11 | date is not written so: '2024.. 2025': read as 2024..2025
          date:(2024 bis 2025)   | date:2024..2025         | 6  | 13 | date is not written so: '2024 bis 2025': read as 2024..2025
          date:2025-3            | date:2025-03            | 5  | 6  | date is not written so: '2025-3': read as 2025-03
          date:2025-3-7          | date:2025-03-07         | 5  | 8  | date is not written so: '2025-3-7': read as 2025-03-07
          date:20250307          | date:2025-03-07         | 5  | 8  | date is not written so: '20250307': read as 2025-03-07
          date:2025/03/07        | date:2025-03-07         | 5  | 10 | date is not written so: '2025/03/07': read as 2025-03-07
          since:2025-03-07T12:00 | since:2025-03-07        | 6  | 16 | date is not written so: '2025-03-07T12:00': read as 2025-03-07
          date:2024/1..2025-3    | date:2024-01..2025-03   | 5  | 14 | date is not written so: '2024/1..2025-3': read as 2024-01..2025-03
          date:7days             | date:2025-05-08..2025-05-14 | 5 | 5 | date is not written so: '7days': read as 7d
          date:"2 weeks"         | date:2025-05-01..2025-05-14 | 5 | 9 | date is not written so: '2 weeks': read as 2w
          drone date:2025-3/7    | drone                   | 11 | 8  | date is not one: '2025-3/7': did you mean 2025? the filter is left out
          drone date:2025-13-1   | drone                   | 11 | 9  | date is not one: '2025-13-1': did you mean 2025? the filter is left out
          drone date:7dears      | drone                   | 11 | 6  | date is not one such as 2025, 2025-03, 2025-03-07, yesterday or 7d: '7dears': the filter is left out
          drone date:tomorrow    | drone                   | 11 | 8  | date is not one such as 2025, 2025-03, 2025-03-07, yesterday or 7d: 'tomorrow': the filter is left out
          date:"2024-03..May 2024" | date:2024-03..2024-05           | 5  | 19 | date is not written so: '2024-03..May 2024': read as 2024-03..2024-05
          drone date:"last week" | drone date:2025-05-05..2025-05-11 | 11 | 11 | date is not written so: 'last week': read as 2025-05-05..2025-05-11
          date:last week         | week                    | 5  | 9  | date of several words is not in quotes: 'last week': did you mean 2025-05-05..2025-05-11? the filter is left out
          date:14 May 2025 drone | May 2025 drone          | 5  | 11 | date of several words is not in quotes: '14 May 2025': did you mean 2025-05-14? the filter is left out
          date:>= 2022 drone     | 2022 drone              | 5  | 7  | date of several words is not in quotes: '>= 2022': did you mean 2022..? the filter is left out
          drone since:3/4/2025   | drone                   | 12 | 8  | date is not clear: '3/4/2025': did you mean 2025-04-03 or 2025-03-04? the filter is left out
          drone date:31/4/2025   | drone                   | 11 | 9  | date is not one: '31/4/2025': did you mean 2025? the filter is left out
          drone date:unknwon     | drone                   | 11 | 7  | date is not one: 'unknwon': did you mean unknown? the filter is left out
          drone date:"Febuary 25th 2025" | drone           | 11 | 19 | date is not one: 'Febuary 25th 2025': did you mean 2025-02-25? the filter is left out
          date:14-May-25         | date:2025-05-14         | 5  | 9  | date is not written so: '14-May-25': read as 2025-05-14
          since:14-May-2025      | since:2025-05-14        | 6  | 11 | date is not written so: '14-May-2025': read as 2025-05-14
          date:"7 Dec 24"        | date:2024-12-07         | 5  | 10 | date is not written so: '7 Dec 24': read as 2024-12-07
          date:25/Mai/14         | date:2014-05-25         | 5  | 9  | date is not written so: '25/Mai/14': read as 2014-05-25
          drone date:40-May-25   | drone                   | 11 | 9  | date is not one such as 2025, 2025-03, 2025-03-07, yesterday or 7d: '40-May-25': the filter is left out
          drone date:">9999"     | drone                   | 11 | 7  | date is not one such as 2025, 2025-03, 2025-03-07, yesterday or 7d: '>9999': the filter is left out
          country:Ukraine,Poland | Ukraine,Poland          | 8  | 14 | no country 'Ukraine,Poland': did you mean (country:Ukraine OR country:Poland)? read as words
          about:"UKR, South Korea" | "UKR, South Korea"    | 6  | 18 | no country 'UKR, South Korea': did you mean (about:UKR OR about:"South Korea")? read as words
          country:Ukraine,Xyz    | Ukraine,Xyz             | 8  | 11 | no country 'Ukraine,Xyz': read as words
          countries:ukraine      | countries ukraine       | 0  | 10 | no field 'countries': did you mean country? read as words
          country:"none"         | "none"                  | 8  | 6  | no country 'none': did you mean country:none? read as words
          !drone                 | drone                   | 0  | 1  | no operator '!': did you mean '-'? left out
          a !"b c"               | a "b c"                 | 2  | 1  | no operator '!': did you mean '-'? left out
          -!drone                | -drone                  | 1  | 1  | no operator '!': left out
          title:-drone           | -title:drone            | 6  | 1  | minus stands after 'title:': read as before it
          a title:-"b c" d       | a -title:"b c" d        | 8  | 1  | minus stands after 'title:': read as before it
          body:-(a OR b)         | -(body:a OR body:b)     | 5  | 1  | minus stands after 'body:': read as before it
          -title:-drone          | title:drone             | 7  | 1  | minus stands after 'title:': read as before it
          country:−ukraine x     | -country:UA x           | 8  | 1  | minus stands after 'country:': read as before it
          tag:-navy OR lang:en   | -tag:navy OR lang:en    | 4  | 1  | minus stands after 'tag:': read as before it
          author:-smith          | -author:smith           | 7  | 1  | minus stands after 'author:': read as before it
          title:-none:x          | -title:none:x           | 6  | 1  | minus stands after 'title:': read as before it
          drone since:-7d        | drone                   | 12 | 3  | date is not one such as 2025, 2025-03, 2025-03-07, yesterday or 7d: '-7d': the filter is left out
          country:!ukraine       | -country:UA             | 8  | 1  | '!' stands after 'country:': read as minus before it
          -country:!russia       | country:RU              | 9  | 1  | '!' stands after 'country:': read as minus before it
          title:!"b c" d         | -title:"b c" d          | 6  | 1  | '!' stands after 'title:': read as minus before it
          tag:!!f-35             | -tag:f-35               | 4  | 2  | '!!' stands after 'tag:': read as minus before it
          country:!(UA OR RU)    | -(country:UA OR country:RU) | 8 | 1 | '!' stands after 'country:': read as minus before it
          date:!2024             | -date:2024              | 5  | 1  | '!' stands after 'date:': read as minus before it
          date:!=2024            | -date:2024              | 5  | 2  | '!=' stands after 'date:': read as minus before it
          author:!="Jane Smith"  | -author:="jane smith"   | 7  | 2  | '!=' stands after 'author:': read as minus before it
          country:~ukraine       | country:UA              | 8  | 8  | signs stand around a country: '~ukraine': left out
          about:#UA drone        | about:UA drone          | 6  | 3  | signs stand around a country: '#UA': left out
          drone ! ukraine        | drone ukraine           | 6  | 2  | no operator '!': did you mean '-'? left out
          NATO SAYS TALKS GO WELL, NOT BADLY | NATO SAYS TALKS GO WELL \\NOT BADLY | 25 | 3 | NOT stands in a text all in capitals: read as a word; for the operator write the words in small letters
          foo:[a TO b]           | foo a TO b              | 0  | 4  | no field 'foo': read as words
          foo:>=2 x              | foo \\>=2 x           | 0  | 4  | no field 'foo': read as words
          my_name:2024           | my_name 2024            | 0  | 8  | no field 'my_name': read as words
          by:Rackley             | by Rackley              | 0  | 3  | no field 'by': did you mean author? read as words
          to:2024                | to 2024                 | 0  | 3  | no field 'to': did you mean until? read as words
          title^3:drone          | title:drone             | 5  | 2  | no word weighs more than another: '^3': left out
          title :joint           | title \\:joint        | 0  | 7  | white space stands before the colon: did you mean 'title:'? read as words
          `drone | ukraine`      | drone OR ukraine        | 6  | 1  | `no operator '|': read as OR`
          drone —ukraine         | drone ukraine           | 6  | 1  | no operator '—': did you mean '-'? left out
          drone NEAR ukraine     | drone \\NEAR ukraine  | 0  | 18 | no operator 'NEAR': did you mean "drone ukraine"~5? read as words
          drone w/3 "air force"  | drone \\w/3 "air force" | 0 | 21 | no operator 'w/3': did you mean "drone air force"~3? read as words
          x drone AROUND(4) war  | x drone AROUND 4 war    | 2  | 19 | no operator 'AROUND(4)': did you mean "drone war"~4? read as words
          tag:f-35,ukraine       | tag:"f-35,ukraine"      | 4  | 12 | values are joined by commas: did you mean (tag:f-35 OR tag:ukraine)? read as one value
          tag:"f-35","ukraine"   | tag:f-35 "ukraine"      | 4  | 16 | values are joined by commas: did you mean (tag:"f-35" OR tag:"ukraine")? read as one value and words
          a --x                  | a x                     | 2  | 2  | minus stands more than once: did you mean '-'? left out
          "task force" ~3        | "task force"~3          | 12 | 1  | white space stands before the tilde: read as if it did not
          "foo bar*"             | "foo bar\\*"           | 0  | 10 | star stands in quotes: read as punctuation
          drone\\                | drone                   | 5  | 1  | backslash stands before nothing: left out
          """)
  void repairs_and_says_so(String typed, String canonical, int offset, int length, String said) {
    String text = typed.replace("\\\\", "\\");

    ParsedQuery parsed = Query.parse(text, CLOCK);

    assertThat(parsed.canonical()).isEqualTo(canonical);
    assertThat(parsed.repairs())
        .singleElement()
        .returns(offset, Repair::offset)
        .returns(length, Repair::length)
        .returns(said, Repair::message)
        .returns(said.contains("did you mean"), repair -> repair.meant().isPresent());
    assertThat(Query.parse(canonical, CLOCK))
        .returns(parsed.query(), ParsedQuery::query)
        .satisfies(again -> assertThat(again.repairs()).isEmpty());
    assertThatThrownBy(() -> Query.parseStrict(text, CLOCK))
        .isInstanceOfSatisfying(
            QuerySyntaxException.class,
            e -> {
              assertThat(e.offset()).isEqualTo(offset);
              assertThat(said).startsWith(e.getMessage());
            });
  }

  @Test
  void takes_a_range_for_dates_behind_another_name_of_theirs() {
    ParsedQuery parsed = Query.parse("published:[2024 TO 2025] drone", CLOCK);

    assertThat(parsed.canonical()).isEqualTo("date:2024..2025 drone");
    assertThat(parsed.repairs())
        .extracting(Repair::message)
        .containsExactly(
            "no field 'published': read as date",
            "date is not written so: '[2024 TO 2025]': read as 2024..2025");
  }

  @Test
  void keeps_words_apart_that_no_operator_parts() {
    assertThat(Query.parse("5 million dollars -tanks title:navy").repairs()).isEmpty();
    assertThat(Query.parse("tanks AND 5 m soldiers").canonical())
        .isEqualTo("(tanks AND 5) m soldiers");
    Query apart =
        new Query.Group(
            List.of(
                new Query.Not(new Query.Term(Field.TEXT, "$5")),
                new Query.Term(Field.TEXT, "million")));
    assertThat(apart.print()).isEqualTo("-$5 \\million");
    assertThat(Query.parse(apart.print()).query()).isEqualTo(apart);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          oil |gas                    ; oil OR gas                            ; 4
          oil| gas                    ; oil OR gas                            ; 3
          -oil|gas                    ; -oil OR gas                           ; 4
          oil ||| gas                 ; oil OR gas                            ; 4
          title:oil|gas               ; title:oil OR title:gas                ; 9
          title:oil|gas x             ; (title:oil OR title:gas) x            ; 9
          title:oil|body:gas          ; title:oil OR body:gas                 ; 9
          title:oil | gas             ; title:oil OR gas                      ; 10
          title:"oil"|"gas"           ; title:"oil" OR title:"gas"            ; 11
          country:"japan"|"us"        ; country:JP OR country:US              ; 15
          country:UK |country:US      ; country:GB OR country:US              ; 11
          $1.5bn|€2bn                 ; $1.5bn OR €2bn                        ; 6
          10 %|20 %                   ; 10% OR 20%                            ; 4
          tag:(a|b)                   ; tag:a OR tag:b                        ; 6
          tag:acq|tag:earn            ; tag:acq OR tag:earn                   ; 7
          tag:"ukraine"|"f-35"        ; tag:ukraine OR tag:f-35               ; 13
          -tag:a|b                    ; -(tag:a OR tag:b)                     ; 6
          tag:a|-b                    ; tag:a OR -tag:b                       ; 5
          tag:a|(b c)                 ; tag:a OR (tag:b tag:c)                ; 5
          author:=a|"b c"             ; author:=a OR author:="b c"            ; 9
          date:2024|2025-03           ; date:2024 OR date:2025-03             ; 9
          """)
  void takes_bars_for_or(String typed, String understood, int at) {
    ParsedQuery read = Query.parse(typed);
    assertThat(read.canonical()).isEqualTo(understood);
    assertThat(read.repairs())
        .singleElement()
        .satisfies(
            repair -> {
              assertThat(repair.offset()).isEqualTo(at);
              assertThat(repair.message()).matches("no operator '\\|+': read as OR");
            });
  }

  @Test
  void says_where_a_bar_joins_nothing() {
    assertThat(Query.parse("|oil").repairs())
        .extracting(Repair::message)
        .containsExactly("no operator '|': read as OR", "OR has nothing before it: left out");
    assertThat(Query.parse("tag:a||b").repairs())
        .extracting(Repair::message)
        .containsExactly("'||' stands between values of 'tag:': read as OR");
  }

  @Test
  void keeps_a_date_apart_from_words_that_make_no_range_of_it() {
    for (String text : List.of("date:2024 - drone", "date:2024 to drone", "date:2024 -2025")) {
      assertThat(Query.parse(text).repairs()).as(text).isEmpty();
    }
    Query apart =
        new Query.Group(
            List.of(
                Query.parse("date:2024").query(),
                new Query.Term(Field.TEXT, "to"),
                new Query.Term(Field.TEXT, "2025")));
    assertThat(Query.parse(apart.print()).query()).isEqualTo(apart);
    assertThat(Query.parse("date:2024 \\to 2025").query()).isEqualTo(apart);
  }

  @Test
  void takes_bars_without_blanks_for_those_with_blanks() {
    ParsedQuery read = Query.parse("uav \"task force\"|drone*|procurement");

    assertThat(read.canonical()).isEqualTo("uav (\"task force\" OR drone* OR procurement)");
    assertThat(read.repairs())
        .extracting(Repair::offset, Repair::message)
        .containsExactly(
            tuple(16, "no operator '|': read as OR"), tuple(23, "no operator '|': read as OR"));
    assertThat(Query.parse("https://a.org/b|c").query())
        .isEqualTo(new Query.Term(Field.TEXT, "https://a.org/b|c"));
    assertThat(Query.parse("www.a.org/b|c |d").canonical()).isEqualTo("www.a.org/b\\|c OR d");
    assertThat(Query.parse("tag:a\\|b").query()).isEqualTo(new Query.Value(Facet.TAG, "a|b"));
    assertThat(Query.parse("a\\|b").query()).isEqualTo(new Query.Term(Field.TEXT, "a|b"));
  }

  @Test
  void prints_signs_that_would_be_read_as_others() {
    for (String word :
        new String[] {"a|b", "country=ukraine", "tag!=x", "date>=2024", "nation=x"}) {
      Query query = new Query.Term(Field.TEXT, word);
      ParsedQuery read = Query.parse(query.print());
      assertThat(read.query()).isEqualTo(query);
      assertThat(read.repairs()).isEmpty();
    }
  }

  @Test
  void repairs_stand_in_the_order_of_the_text() {
    assertThat(Query.parse("(a OR AND \"b tag: date:x", CLOCK).repairs())
        .extracting(Repair::offset)
        .containsExactly(0, 6, 10, 13, 23);
  }

  @Test
  void a_message_shows_neither_long_nor_unseen_text() {
    assertThat(Query.parse("date:\"\u001b[31m\u202e" + "x".repeat(1_000) + '"', CLOCK).repairs())
        .singleElement()
        .satisfies(
            repair ->
                assertThat(repair.message())
                    .hasSizeLessThan(150)
                    .contains("…")
                    .doesNotContain("\u001b", "\u202e"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "contry:ukraine drone | country:UA drone",
        "contry:ukrane        | country:UA",
        "x country:polnad y   | x country:PL y",
        "country:united kingdom aid | country:GB aid",
        "about:united arab emirates | about:AE",
        "-country:south korea | -country:KR",
        "country:ukraine;UK x | (country:UA OR country:GB) x",
        "country:ukraine/UK   | country:UA OR country:GB",
        "nation=ukraine x     | country:UA x",
        "title = joint x      | title:joint x",
        "country:ukraine,UK x | (country:UA OR country:GB) x",
        "-about:ukraine,UK    | -(about:UA OR about:GB)",
        "countries:ukr        | country:UA",
        "country:\"none\"   | country:none",
        "a !drone             | a -drone",
        "a ! drone            | a -drone",
        "title :joint x       | title:joint x",
        "title:a NEAR b x     | title:\"a b\"~5 x",
        "-tag:a,\"b c\" x     | -(tag:a OR tag:\"b c\") x",
        "drone —ukraine       | drone -ukraine",
        "!(a OR b) c          | -(a OR b) c",
        "--x                  | -x"
      })
  void gives_the_query_that_was_meant(String typed, String meant) {
    assertThat(Query.parse(typed, CLOCK).repairs())
        .filteredOn(repair -> repair.meant().isPresent())
        .first()
        .satisfies(repair -> assertThat(repair.meant().orElseThrow().print()).isEqualTo(meant));
  }

  @Test
  void asks_for_quotes_around_a_country_of_several_words() {
    assertThat(Query.parse("country:united kingdom aid", CLOCK).repairs())
        .extracting(Repair::message)
        .containsExactly(
            "no country 'united': did you mean country:\"united kingdom\"? read as words");
  }

  @Test
  void takes_a_language_by_its_name() {
    assertThat(Query.parse("lang:english", CLOCK).canonical()).isEqualTo("lang:en");
    assertThat(Query.parse("lang:українська", CLOCK).canonical()).isEqualTo("lang:uk");
    assertThat(Query.parse("lang:pt-BR", CLOCK).canonical()).isEqualTo("lang:pt");
  }

  @ParameterizedTest
  @CsvSource({
    "since>=2024, since:2024",
    "since:>=2024, since:2024",
    "since:>2024, since:2025",
    "until<=2024, until:2024",
    "until:<=2024-05, until:2024-05",
    "until<2024, until:2023",
    "since>=2024 until<=2025, since:2024 until:2025",
  })
  void signs_behind_since_and_until_say_which_days(String typed, String meant) {
    ParsedQuery parsed = Query.parse(typed);
    assertThat(parsed.query()).isEqualTo(Query.parse(meant).query());
    assertThat(parsed.repairs()).isNotEmpty();
  }

  @Test
  void a_comparison_with_blanks_is_meant_as_one_of_dates() {
    assertThat(Query.parse("drone date >= 1987-03").repairs().getFirst().meant())
        .contains(Query.parse("drone since:1987-03").query());
  }
}
