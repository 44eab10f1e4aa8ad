/* What is wrong with a population table, and what is right. */
#include <locale.h>
#include <string.h>

#include <glib.h>

#include "core/limits.h"
#include "file/example.h"
#include "table-text.h"

#define SECOND_ROW                                                                                 \
  ": put agents that are alike into one row, with how many they are as its count, and give "       \
  "others a name of their own"

/* As people see them in the window. */
#define FOOD_GOALS \
  "\"Convenience at low price\", \"Increase net profits\", \"Maximize checkout value\""

typedef struct
{
  const char *text;
  const char *fault;
} Case;

/* Bad as they are, whatever they are read into. */
static const Case bad[] = {
  /* Ragged rows. */
  { HEAD "ann,,,,,food,profit\n", "2:1: found 7 fields in this row, expected 8 as in the header" },
  { HEAD "ann,,,,,food,profit,1,\n",
    "2:1: found 9 fields in this row, expected 8 as in the header" },
  { HEAD "\n\nann\n", "4:1: found 1 fields in this row, expected 8 as in the header" },
  /* Decimal commas between commas. */
  { "agent,food,food:weight\nann,profit,0,93\n",
    "2:1: found 4 fields in this row, expected 3 as in the header: where commas stand between the "
    "columns, a number has a point, as in 0.93; save the table with semicolons to keep decimal "
    "commas" },
  { "agent,food,food:weight\nann,0\n",
    "2:1: found 2 fields in this row, expected 3 as in the header" },
  { "agent;food;food:weight\nann;profit;0;93\n",
    "2:1: found 4 fields in this row, expected 3 as in the header" },
  /* Weights. */
  { "agent,area,goal,weight\nann,food,profit,101 %\n",
    "2:17: weight: found \"101 %\", expected at least 0 % and at most 100 %" },
  { "agent,area,goal,weight\nann,food,profit,%\n",
    "2:17: weight: found \"%\", expected a number from 0 to 1" },
  { "agent,area,goal,weight\nann,food,profit,5e1%\n",
    "2:17: weight: found \"5e1%\", expected a number from 0 to 1" },
  { "agent,area,goal,weight\nann,food,profit,50%%\n",
    "2:17: weight: found \"50%%\", expected a number from 0 to 1" },
  { HEAD "ann,,,,,food,profit,abc\n",
    "2:21: weight: found \"abc\", expected a number from 0 to 1" },
  { HEAD "ann,,,,,food,profit,1.5\n",
    "2:21: weight: found \"1.5\", expected a number from 0 to 1" },
  { HEAD "ann,,,,,food,profit,\"0,5\"\n",
    "2:21: weight: found \"0,5\", expected a number from 0 to 1, with a point as decimal sign" },
  { "agent;area;goal;weight\nann;food;profit;1,2,3\n",
    "2:17: weight: found \"1,2,3\", expected a number from 0 to 1" },
  { "agent;area;goal;weight\nann;food;profit;1.000,5\n",
    "2:17: weight: found \"1.000,5\", expected a number from 0 to 1" },
  { "agent\tarea\tgoal\tweight\nann\tfood\tprofit\t-0,1\n",
    "2:17: weight: found \"-0,1\", expected a number from 0 to 1" },
  { "agent,area,goal,weight\nann,food,profit,nan\n",
    "2:17: weight: found \"nan\", expected a number from 0 to 1" },
  { "agent,area,goal,weight\nann,food,profit,0x1\n",
    "2:17: weight: found \"0x1\", expected a number from 0 to 1" },
  { "agent,area,goal,weight\nann,food,profit,1e999\n",
    "2:17: weight: found \"1e999\", expected a number from 0 to 1" },
  { "agent,area,goal,weight\nann,food,profit,1e\n",
    "2:17: weight: found \"1e\", expected a number from 0 to 1" },
  { "agent,area,goal,weight\nann,food,profit,.\n",
    "2:17: weight: found \".\", expected a number from 0 to 1" },
  { "agent,area,goal,weight,low,high\nann,food,profit,0.5,0.6,\n",
    "2:21: low: found low 0.6, value 0.5, high 0.5, expected low <= value <= high" },
  { "agent,area,goal,weight,low,high\nann,food,profit,0.5,,0.4\n",
    "2:22: high: found low 0.5, value 0.5, high 0.4, expected low <= value <= high" },
  { "agent,area,goal,weight\nann,food,,0.5\n",
    "2:11: weight: found \"0.5\", expected nothing, as there is no goal" },
  { "agent,area,goal,weight,low,high\nann,food,profit,,0.2,0.4\n",
    "2:17: weight: found nothing, expected a weight from low to high, as an empty one counts as "
    "1" },
  { "agent,area,goal,weight,low,high\nann,food,profit,,0.6,0.4\n",
    "2:22: high: found low 0.6, value 1, high 0.4, expected low <= value <= high" },
  { "agent,area,goal,weight,low\nann,food,,,0.5\n",
    "2:12: low: found \"0.5\", expected nothing, as there is no goal" },
  /* Counts and kinds. */
  { HEAD "ann,,,,1.5,food,profit,1\n",
    "2:8: count: found \"1.5\", expected a whole number in digits only" },
  { HEAD "ann,,,,-1,food,profit,1\n",
    "2:8: count: found \"-1\", expected a whole number in digits only" },
  { HEAD "ann,,,,1.000,food,profit,1\n",
    "2:8: count: found \"1.000\", expected a whole number in digits only: if it is grouped by "
    "thousands, write \"1000\"" },
  { HEAD "ann,,,,\"12,500,000\",food,profit,1\n",
    "2:8: count: found \"12,500,000\", expected a whole number in digits only: if it is grouped by "
    "thousands, write \"12500000\"" },
  { HEAD "ann,,,,1\xe2\x80\xaf" "500,food,profit,1\n",
    "2:8: count: found \"1\xe2\x80\xaf" "500\", expected a whole number in digits only: if it is "
    "grouped by thousands, write \"1500\"" },
  { HEAD "ann,,,,0.500,food,profit,1\n",
    "2:8: count: found \"0.500\", expected a whole number in digits only" },
  { HEAD "ann,,,,1234.500,food,profit,1\n",
    "2:8: count: found \"1234.500\", expected a whole number in digits only" },
  { HEAD "ann,,,,1.0000,food,profit,1\n",
    "2:8: count: found \"1.0000\", expected a whole number in digits only" },
  { HEAD "ann,,,,1.50,food,profit,1\n",
    "2:8: count: found \"1.50\", expected a whole number in digits only" },
  { HEAD "ann,,,,1e3,food,profit,1\n",
    "2:8: count: found \"1e3\", expected a whole number in digits only" },
  { HEAD "ann,,,,99999999999999999999,food,profit,1\n",
    "2:8: count: found \"99999999999999999999\", expected a whole number in digits only" },
  { HEAD "ann,,,,1000000000001,food,profit,1\n",
    "2:8: count: found 1000000000001, expected a whole number from 0 to 1000000000000" },
  { HEAD "ann,,wizard,,,food,profit,1\n",
    "2:6: kind: found \"wizard\", expected human, ai, organization or other" },
  { "agent,kind,area,goal\nx,Organizaton,food,checkout\n",
    "2:3: kind: found \"Organizaton\", expected human, ai, organization or other: did you mean "
    "\"organization\"?" },
  { "agnet,kind,food\nx,ai,checkout\n",
    "1:1: agent: found no column \"agent\", expected one: a long table has agent, area and goal, a "
    "wide one agent and a column for each area; found \"agnet\", \"kind\", \"food\"; should "
    "\"agnet\" be \"agent\"?" },
  { "Organisation,kind,food\nx,ai,checkout\n",
    "1:1: agent: found no column \"agent\", expected one: a long table has agent, area and goal, a "
    "wide one agent and a column for each area; found \"Organisation\", \"kind\", \"food\"; should "
    "\"Organisation\" be \"agent\"?" },
  { "food,name,agnet\ncheckout,x,ann\n",
    "1:1: agent: found no column \"agent\", expected one: a long table has agent, area and goal, a "
    "wide one agent and a column for each area; found \"food\", \"name\", \"agnet\"; should "
    "\"agnet\" be \"agent\"?" },
  { "agent,goal,name\nx,checkout,ann\n",
    "1:1: area: found no column \"area\", expected one: a long table has agent, area and goal, a "
    "wide one agent and a column for each area; found \"agent\", \"goal\", \"name\"" },
  /* What is said of an agent, twice. */
  { HEAD "ann,,,,2,food,profit,1\nann,,,,3,household,checkout,1\n",
    "3:8: count: found \"3\", expected \"2\", as in line 2, where the agent's rows begin, or "
    "nothing" },
  { HEAD "ann,,,,,food,profit,1\nann,,,,3,household,checkout,1\n",
    "3:8: count: found \"3\", expected \"1\", as in line 2, where the agent's rows begin, or "
    "nothing" },
  { HEAD "ann,Ann,,,,food,profit,1\nann,Anna,,,,household,checkout,1\n",
    "3:5: name: found \"Anna\", expected \"Ann\", as in line 2, where the agent's rows begin, or "
    "nothing" },
  { HEAD "ann,,ai,,,food,profit,1\nann,,human,,,household,checkout,1\n",
    "3:6: kind: found \"human\", expected \"ai\", as in line 2, where the agent's rows begin, or "
    "nothing" },
  { HEAD "ann,,,,,food,profit,1\nann,,,user,,household,checkout,1\n",
    "3:7: principal: found \"user\", expected nothing, as in line 2, where the agent's rows "
    "begin" },
  /* Rows twice. */
  { HEAD "ann,,,,,food,profit,1\nann,,,,,food,profit,1\n",
    "3:9: area: found a second row of the agent \"ann\" in the area \"food\", expected only that "
    "in line 2" SECOND_ROW },
  { HEAD "ann,,,,,food,profit,1\nann,,,,,household,checkout,1\nann,,,,,food,convenience,1\n",
    "4:9: area: found a second row of the agent \"ann\" in the area \"food\", expected only that "
    "in line 2" SECOND_ROW },
  { "agent,food\nann,profit\nann,profit\n",
    "3:1: agent: found a second row of the agent \"ann\", expected only that in line "
    "2" SECOND_ROW },
  /* What must be there. */
  { HEAD ",,,,,food,profit,1\n", "2:1: agent: found nothing, expected an agent" },
  { HEAD "ann,,,,,,profit,1\n", "2:9: area: found nothing, expected an area" },
  /* Quotes. */
  { HEAD "ann,,,,,food,\"profit,1\n",
    "2:14: found a quote that is never closed, expected another one at the end of the field" },
  { HEAD "ann,\"a\n\"\"b\n,,,,,\n",
    "2:5: found a quote that is never closed, expected another one at the end of the field" },
  { HEAD "ann,,,,,food,pro\"fit,1\n",
    "2:17: found a quote inside a field, expected the whole field in quotes, and quotes in it "
    "doubled" },
  { HEAD "ann,,,,,food,\"profit\" x,1\n",
    "2:23: found text behind a closing quote, expected the end of the field" },
  /* Encodings. */
  { HEAD "ann,\xe9ric,,,,food,profit,1\n",
    "2:5: found the byte 0xE9, which is not UTF-8, expected text in UTF-8: save the table as \"CSV "
    "UTF-8\"" },
  { HEAD "ann,\xc3\xa9 \xff,,,,food,profit,1\n",
    "2:7: found the byte 0xFF, which is not UTF-8, expected text in UTF-8: save the table as \"CSV "
    "UTF-8\"" },
  { HEAD "ann,\"a\nb\xe9\",,,,food,profit,1\n",
    "3:2: found the byte 0xE9, which is not UTF-8, expected text in UTF-8: save the table as \"CSV "
    "UTF-8\"" },
  { HEAD "ann,,,,,food,profit,1\nann,\xed\xa0\x80",
    "3:5: found the byte 0xED, which is not UTF-8, expected text in UTF-8: save the table as \"CSV "
    "UTF-8\"" },
  { HEAD "ann,,,,,food,profit,1\nann,\xc3",
    "3:5: found the byte 0xC3, which is not UTF-8, expected text in UTF-8: save the table as \"CSV "
    "UTF-8\"" },
  /* A bad row before bad bytes comes first. */
  { HEAD "ann,,,,,food,profit,2\nann,\xe9,,,,food,profit,1\n",
    "2:21: weight: found \"2\", expected a number from 0 to 1: divide answers on a "
    "scale from 1 to 5 by 5, and those from 1 to 100 by 100" },
  { "\xff\xfe"
    "a",
    "1:1: found UTF-16, expected UTF-8: save the table as \"CSV UTF-8\"" },
  { "\xfe\xff", "1:1: found UTF-16, expected UTF-8: save the table as \"CSV UTF-8\"" },
  { "agent,area,goal\rann,food,profit\r",
    "1:12: found a carriage return alone, expected lines that end with LF or CRLF: save the table "
    "as \"CSV UTF-8\"" },
  /* Headers. */
  { "{ \"format\": \"misalign-project\" }",
    "1:1: found \"{\", with which a project begins, expected a table (CSV)" },
  { "", "1:1: found nothing, expected a header row" },
  { "\xef\xbb\xbf", "1:1: found nothing, expected a header row" },
  { "\n \r\n\n", "4:1: found nothing, expected a header row" },
  { "agent,area,goal,Area\n",
    "1:17: Area: found the column \"Area\" a second time, expected it once" },
  { "agent,area,goal,colour\n",
    "1:17: colour: found the column \"colour\", expected one of agent, name, kind, principal, "
    "count, area, goal, weight, low, high" },
  { "agent,area,goal,\n",
    "1:17: found a column without a name, expected the name of what is in it" },
  { "area,goal\n", "1:1: agent: found no column \"agent\", expected one: a long table has agent, "
                   "area and goal, a wide one agent and a column for each area; found \"area\", "
                   "\"goal\"" },
  { "agent,area\n", "1:1: goal: found no column \"goal\", expected one: a long table has agent, "
                    "area and goal, a wide one agent and a column for each area; found \"agent\", "
                    "\"area\"" },
  { "agent,food,weight\n",
    "1:1: area: found no column \"area\", expected one: a long table has agent, area and goal, a "
    "wide one agent and a column for each area; found \"agent\", \"food\", \"weight\"" },
  { "agent,food,FOOD\n", "1:12: FOOD: found the column \"FOOD\" a second time, expected it once" },
  { "agent,food,food:weight,food:Weight\n",
    "1:24: food:Weight: found the column \"food:Weight\" a second time, expected it once" },
  { "agent,home:weight\n", "1:7: home:weight: found weights of \"home\", expected also a column "
                           "\"home\" with its goals" },
  { "agent,food,food:low\nann,profit,2\n",
    "2:12: food:low: found \"2\", expected a number from 0 to 1: divide answers on a "
    "scale from 1 to 5 by 5, and those from 1 to 100 by 100" },
  { "agent,food,food:weight,food:high\nann,profit,0.5,0.4\n",
    "2:16: food:high: found low 0.5, value 0.5, high 0.4, expected low <= value <= high" },
  { "agent,food,food:high\nann,,1\n",
    "2:6: food:high: found \"1\", expected nothing, as there is no goal" },
  { "agent,home:low\n",
    "1:7: home:low: found ranges of weights of \"home\", expected also a column "
                        "\"home\" with its goals" },
  { "agent,food,food:wieght\n",
    "1:12: food:wieght: found \"wieght\" behind the area \"food\", expected food:weight, food:low "
    "or food:high" },
  { "agent,food : importance,Food\n",
    "1:7: food : importance: found \"importance\" behind the area \"food\", expected food:weight, "
    "food:low or food:high" },
  { "agent,food,food:\n",
    "1:12: food:: found nothing behind the area \"food\", expected food:weight, food:low or "
    "food:high" },
  { "agent,food,food: weight,food :weight\n",
    "1:25: food :weight: found the column \"food :weight\" a second time, expected it once" },
  { "agent,food,food:weight\nann,,1\n",
    "2:6: food:weight: found \"1\", expected nothing, as there is no goal" },
  { "agent,food,food:weight\nann,profit,x\n",
    "2:12: food:weight: found \"x\", expected a number from 0 to 1" },
  /* Names. */
  { HEAD "ann,a\tb,,,,food,profit,1\n",
    "2:5: name: found the control character U+0009 as character 2, expected text without it" },
  { HEAD "ann,\"a\nb\",,,,food,profit,1\n",
    "2:5: name: found the control character U+000A as character 2, expected text without it" },
  { HEAD "ann,,,\xe2\x80\xae,,food,profit,1\n",
    "2:7: principal: found the bidirectional control character U+202E as character 1, expected "
    "text without it" },
};

static void
check_fault (const char *how, const Case *c, const char *found, guint *n_wrong)
{
  if (strcmp (found, c->fault) == 0)
    return;
  g_printerr ("%s: %s\n  found    %s\n  expected %s\n", how, c->text, found, c->fault);
  *n_wrong += 1;
}

static void
test_bad_tables (void)
{
  g_autoptr (MisWorld) shopping = mis_example_load ("shopping", NULL);
  guint n_wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      gsize length = strlen (bad[i].text);
      g_autofree char *fresh = table_read_fault (bad[i].text, length, NULL);
      g_autofree char *imported = table_read_fault (bad[i].text, length, shopping);
      g_autofree char *streamed = table_stream_fault (bad[i].text, length, shopping);

      check_fault ("read", &bad[i], fresh, &n_wrong);
      check_fault ("import", &bad[i], imported, &n_wrong);
      check_fault ("stream", &bad[i], streamed, &n_wrong);
    }
  g_test_message ("%u tables", (guint) G_N_ELEMENTS (bad));
  g_assert_cmpuint (n_wrong, ==, 0);
}

/* What is right for a new project, but not for the agents of one that is there. */
static const Case bad_to_stream[] = {
  { HEAD "ann,,,,,food,inventory,1\n",
    "2:14: goal: found \"inventory\", which is a goal of the area \"household\", expected one of "
    "the area \"food\": " FOOD_GOALS },
  { HEAD "ann,,,,,food,fun,1\n",
    "2:14: goal: found \"fun\", expected a goal of the area \"food\": " FOOD_GOALS },
  { HEAD "ann,,,,,work,profit,1\n",
    "2:9: area: found \"work\", expected an area of the project: food, household" },
  { "agent,food,work\n",
    "1:12: work: found \"work\", expected an area of the project: food, household" },
};

static void
test_strange_goals (void)
{
  g_autoptr (MisWorld) shopping = mis_example_load ("shopping", NULL);
  guint n_wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bad_to_stream); i++)
    {
      const Case *c = &bad_to_stream[i];
      g_autofree char *fresh = table_read_fault (c->text, strlen (c->text), shopping);
      g_autofree char *streamed = table_stream_fault (c->text, strlen (c->text), shopping);

      g_assert_cmpstr (fresh, ==, "");
      check_fault ("stream", c, streamed, &n_wrong);
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

/* NUL bytes, which no string holds. */
static void
test_nul_bytes (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    const char *fault;
  } cases[] = {
    { "a\0g\0e\0n\0t\0", 10, "1:1: found UTF-16, expected UTF-8: save the table as \"CSV UTF-8\"" },
    { "PK\3\4\x14\0\6\0", 8, "1:1: found a file of a spreadsheet, expected a table (CSV): save "
                                "the table as \"CSV UTF-8\" first" },
    { "\0a", 2, "1:1: found UTF-16, expected UTF-8: save the table as \"CSV UTF-8\"" },
    { "agent,food\nann,\0\n", 17,
      "2:5: found a NUL byte, expected text in UTF-8: save the table as \"CSV UTF-8\"" },
    { "agent,food\nann,\"\0\"\n", 19,
      "2:6: found a NUL byte, expected text in UTF-8: save the table as \"CSV UTF-8\"" },
  };
  g_autoptr (MisWorld) shopping = mis_example_load ("shopping", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = table_read_fault (cases[i].text, cases[i].length, NULL);
      g_autofree char *streamed = table_stream_fault (cases[i].text, cases[i].length, shopping);

      g_assert_cmpstr (found, ==, cases[i].fault);
      g_assert_cmpstr (streamed, ==, cases[i].fault);
    }
}

/* What may be written in more ways than one, and how it is written here. */
static const Case good[] = {
  { HEAD "ann,Ann,ai,user,3,food,cheap,0.5\n", HEAD "ann,Ann,ai,user,3,food,cheap,0.5\n" },
  /* Columns in any order and case, three of them enough. */
  { "Goal,WEIGHT,area,Agent\ncheap,0.5,food,ann\n", HEAD "ann,,human,,1,food,cheap,0.5\n" },
  { "agent,area,goal\nann,food,cheap\n", HEAD "ann,,human,,1,food,cheap,1\n" },
  /* Separators, the header's most frequent one outside quotes. */
  { "agent;area;goal;weight\nann;food;cheap;0,5\nbob;food;cheap;0.25\n",
    HEAD "ann,,human,,1,food,cheap,0.5\nbob,,human,,1,food,cheap,0.25\n" },
  { "agent\tarea\tgoal\tweight\nann\tfood\tcheap, good\t,5\n",
    HEAD "ann,,human,,1,food,cheap-good,0.5\n" },
  { "agent;\"a,b,c,d\"\nann;cheap\n", HEAD "ann,,human,,1,a-b-c-d,cheap,1\n" },
  /* The separator named in a line of its own. */
  { "sep=;\nagent;\"a,b,c,d\"\nann;cheap\n", HEAD "ann,,human,,1,a-b-c-d,cheap,1\n" },
  { "\xef\xbb\xbfSEP=,\r\nagent,food;drink;x\r\nann,cheap\r\n",
    HEAD "ann,,human,,1,food-drink-x,cheap,1\n" },
  { "sep=\t\nagent\tfood,a,b\nann\tcheap\n", HEAD "ann,,human,,1,food-a-b,cheap,1\n" },
  { "sep=a,agent\ngood,ann\n", HEAD "ann,,human,,1,sep-a,good,1\n" },
  /* A byte-order mark, CRLF, no line feed at the end, blank lines, spaces. */
  { "\xef\xbb\xbf" "agent,area,goal\r\nann,food,cheap\r\n", HEAD "ann,,human,,1,food,cheap,1\n" },
  { "agent,area,goal\nann,food,cheap", HEAD "ann,,human,,1,food,cheap,1\n" },
  { "\n \t\n\r\nagent,area,goal\n\n,,\n  \nann,food,cheap\n\n",
    HEAD "ann,,human,,1,food,cheap,1\n" },
  { " agent , area,goal,weight\n ann ,food\t, \tcheap , 0.5 \n",
    HEAD "ann,,human,,1,food,cheap,0.5\n" },
  /* Quotes. */
  { "\"agent\",\"area\",\"goal\",\"weight\",\"name\"\n\"ann\", \"food\" ,\"cheap\",\" 0.5 "
    "\",\"Ann, \"\"A\"\"\"\r\n",
    HEAD "ann,\"Ann, \"\"A\"\"\",human,,1,food,cheap,0.5\n" },
  { "agent,area,goal,name\nann,food,\"\",\" A \"\n", HEAD "ann,\" A \",human,,1,,,\n" },
  /* Numbers. */
  { "agent,area,goal,weight\na,food,x,1e-3\nb,food,x,.5\nc,food,x,1.\nd,food,x,+0.5\ne,food,x,-0\n"
    "f,food,x,0.10000000000000001\ng,food,x,1E0\nh,food,x,2.5e-300\n",
    HEAD "a,,human,,1,food,x,0.001\nb,,human,,1,food,x,0.5\nc,,human,,1,food,x,1\n"
         "d,,human,,1,food,x,0.5\ne,,human,,1,food,x,0\nf,,human,,1,food,x,0.1\n"
         "g,,human,,1,food,x,1\nh,,human,,1,food,x,2.5e-300\n" },
  { "agent,area,goal,count\na,food,x,007\nb,food,x,0\nc,food,x,1000000000000\n",
    HEAD "a,,human,,7,food,x,1\nb,,human,,0,food,x,1\nc,,human,,1000000000000,food,x,1\n" },
  /* Per cents. */
  { "agent,area,goal,weight\na,food,x,93 %\nb,food,x,12.5%\nc,food,x,0%\nd,food,x,100\xc2\xa0%\n"
    "e,food,x,+7%\nf,food,x,\" 29 % \"\ng,food,x,33.333333333333333333333%\n",
    HEAD "a,,human,,1,food,x,0.93\nb,,human,,1,food,x,0.125\nc,,human,,1,food,x,0\n"
         "d,,human,,1,food,x,1\ne,,human,,1,food,x,0.07\nf,,human,,1,food,x,0.29\n"
         "g,,human,,1,food,x,0.3333333333333333\n" },
  { "agent;area;goal;weight\na;food;x;12,5 %\n", HEAD "a,,human,,1,food,x,0.125\n" },
  /* Ranges. */
  { "agent,area,goal,weight,low,high\na,food,x,0.5,0.25,\na,home,y,0.5,,0.75\nb,food,-,0.5,0,1\n"
    "c,food,x,0.5,,\n",
    "agent,name,kind,principal,count,area,goal,weight,low,high\n"
    "a,,human,,1,food,x,0.5,0.25,0.5\na,,human,,1,home,y,0.5,0.5,0.75\nb,,human,,1,food,-,0.5,0,1\n"
    "c,,human,,1,food,x,0.5,,\n" },
  /* No goal and unknown; rows that only say who somebody is. */
  { "agent,area,goal\na,food,x\na,home,-\nb,food,\nb,home,\nc,,\n",
    HEAD "a,,human,,1,food,x,1\na,,human,,1,home,-,1\nb,,human,,1,,,\nc,,human,,1,,,\n" },
  { "agent,area,goal\n", HEAD },
  { "agent,kind,area,goal\na,AI,,\n", HEAD "a,,ai,,1,,,\n" },
  /* What is said of an agent: first, then nothing or the same. */
  { HEAD "a,A,ai,user,2,food,x,1\na,,,,,home,y,1\na,A,AI,user,02,work,z,1\n",
    HEAD "a,A,ai,user,2,food,x,1\na,A,ai,user,2,home,y,1\na,A,ai,user,2,work,z,1\n" },
  /* Ids from names. */
  { "agent,area,goal\nAnn B.,Food & drink,Very cheap\nann-b,food-drink,very-cheap\n"
    "\xe7\x9b\xae,Food & drink,\xe6\xa8\x99\n\xe6\xa8\x99,Food & drink,Very cheap\n",
    HEAD "ann-b,Ann B.,human,,1,food-drink,very-cheap,1\n"
         "ann-b-2,ann-b,human,,1,food-drink,very-cheap,1\n"
         "agent-1,\xe7\x9b\xae,human,,1,food-drink,goal-1,1\n"
         "agent-2,\xe6\xa8\x99,human,,1,food-drink,very-cheap,1\n" },
  /* Wide form. */
  { "agent,name,kind,principal,count,food,food:weight,Home\nann,Ann,ai,user,2,cheap,0.5,rest\n"
    "bob,,,,,-,,\ncid,,,,,,,-\n",
    HEAD "ann,Ann,ai,user,2,food,cheap,0.5\nann,Ann,ai,user,2,home,rest,1\n"
         "bob,,human,,1,food,-,1\ncid,,human,,1,home,-,1\n" },
  { "agent,food,food: weight,Food : LOW,food :high,x: y\nann,cheap,0.5,0.25,0.75,z\n"
    "bob,cheap,,0.5,,\n",
    "agent,name,kind,principal,count,area,goal,weight,low,high\n"
    "ann,,human,,1,food,cheap,0.5,0.25,0.75\nann,,human,,1,x-y,z,1,,\n"
    "bob,,human,,1,food,cheap,1,0.5,1\n" },
  { "food:weight;AGENT;food\n0,5;ann;cheap\n", HEAD "ann,,human,,1,food,cheap,0.5\n" },
  { "agent\nann\n", HEAD "ann,,human,,1,,,\n" },
};

static void
test_good_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (MisWorld) world = table_read (good[i].text, NULL, FALSE, NULL);
      g_autofree char *written = table_write (world);
      g_autoptr (MisWorld) again = table_read (written, NULL, FALSE, NULL);
      g_autofree char *same = table_write (again);

      g_assert_cmpstr (written, ==, good[i].fault);
      g_assert_cmpstr (same, ==, written);
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) areas = g_string_new ("agent");
  g_autoptr (GString) columns = g_string_new ("agent");
  g_autoptr (GString) line = g_string_new ("agent,area,goal\n");
  g_autoptr (MisWorld) shopping = mis_example_load ("shopping", NULL);
  g_autofree char *too_many_areas = NULL;
  g_autofree char *too_many_columns = NULL;
  g_autofree char *too_long = NULL;

  for (guint i = 0; i <= MIS_MAX_AREAS; i++)
    g_string_append_printf (areas, ",a%u", i);
  too_many_areas = table_read_fault (areas->str, areas->len, NULL);
  g_assert_cmpstr (too_many_areas, ==, "1:10897: a2000: found more than 2000 areas, expected at "
                                       "most as many");
  for (guint i = 0; i < 5000; i++)
    g_string_append_c (columns, ',');
  too_many_columns = table_read_fault (columns->str, columns->len, NULL);
  g_assert_cmpstr (too_many_columns, ==, "1:1: found 5001 columns, expected at most 4096");
  for (guint i = 0; i < 9 * 1024 * 1024; i++)
    g_string_append_c (line, 'x');
  too_long = table_stream_fault (line->str, line->len, shopping);
  g_assert_cmpstr (too_long, ==, "2:1: found more than 8 MiB without the end of a line, expected "
                                 "shorter lines");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/bad-tables", test_bad_tables);
  g_test_add_func ("/table/strange-goals", test_strange_goals);
  g_test_add_func ("/table/nul-bytes", test_nul_bytes);
  g_test_add_func ("/table/good-tables", test_good_tables);
  g_test_add_func ("/table/limits", test_limits);
  return g_test_run ();
}
