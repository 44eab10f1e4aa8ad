/* Tables that others made: what separates them, what their columns are, how answers are read, and
 * where their faults are. */
#include <locale.h>
#include <string.h>

#include "core/score.h"
#include "file/table-import.h"
#include "file/table-plan.h"
#include "plan-text.h"
#include "table-text.h"

static void
test_separators (void)
{
  static const struct
  {
    const char *text;
    char separator;
    gboolean comma;
    guint n_columns;
  } cases[] = {
    { "agent,food\na,x\n", ',', FALSE, 2 },
    { "agent;food\na;x\n", ';', FALSE, 2 },
    { "agent\tfood\na\tx\n", '\t', FALSE, 2 },
    { "\xef\xbb\xbf"
      "agent;food;food:weight\r\na;x;0,5\r\n",
      ';', TRUE, 3 },
    { "agent,food,food:weight\na,x,0.5\n", ',', FALSE, 3 },
    { "agent,food,food:weight\na,x,\"0,5\"\n", ',', TRUE, 3 },
    /* More commas than semicolons in the header, but they cut nothing. */
    { "agent;Is it fair, just, and right?\na;yes\nb;no\n", ';', FALSE, 2 },
    { "agent;\"a, b, c, d\"\na;yes, rather\nb;no, never\n", ';', FALSE, 2 },
    { "sep=;\r\nagent;a,b,c,d\r\nx;1,2,3,4\r\n", ';', FALSE, 2 },
    { "agent\na\nb\n", ',', FALSE, 1 },
    { "agent,note\na,\"two\nlines; here\"\nb,x\n", ',', FALSE, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MisTableProfile) profile = plan_profile (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (profile->separator, ==, cases[i].separator);
      g_assert_cmpint (profile->comma, ==, cases[i].comma);
      g_assert_cmpuint (profile->n_columns, ==, cases[i].n_columns);
    }
}

/* A separator that somebody says wins over what the table looks like. */
static void
test_told_separator (void)
{
  static const char text[] = "sep=;\nagent;a,b\nx;1,2\n";
  MisFault *fault = NULL;
  g_autoptr (MisTableProfile) profile =
      mis_table_profile_new (text, strlen (text), ',', NULL, NULL, &fault);

  g_assert_null (fault);
  g_assert_cmpuint (profile->n_columns, ==, 2);
  g_assert_cmpstr (profile->columns[0].label, ==, "agent;a");
  g_assert_cmpuint (profile->n_rows, ==, 1);
}

static void
test_profile (void)
{
  g_autoptr (MisTableProfile) profile =
      plan_profile ("who,\"What do\nyou want?\",n,w\na,x,1,0.5\nb,x,2,\nc,,3,7\nd,y\n");
  const MisTableColumn *want = &profile->columns[1];

  g_assert_cmpuint (profile->n_rows, ==, 4);
  g_assert_cmpstr (want->label, ==, "What do you want?");
  g_assert_cmpuint (want->words->len, ==, 2);
  g_assert_cmpstr (g_array_index (want->words, MisTableWord, 0).text, ==, "x");
  g_assert_cmpuint (g_array_index (want->words, MisTableWord, 0).n, ==, 2);
  g_assert_cmpuint (want->n_filled, ==, 3);
  g_assert_cmpuint (want->n_empty, ==, 1);
  g_assert_false (want->is_distinct);
  g_assert_true (profile->columns[0].is_distinct);
  g_assert_cmpuint (profile->columns[2].n_numbers, ==, 3);
  g_assert_cmpuint (profile->columns[3].n_numbers, ==, 2);
  g_assert_cmpuint (profile->columns[3].n_fractions, ==, 1);
  g_assert_cmpuint (profile->shown->len, ==, 4);
  /* A row that is too short is shown with empty cells. */
  g_assert_cmpstr (((char **)profile->shown->pdata[3])[3], ==, "");
}

static void
test_no_table (void)
{
  static const char *const texts[] = { "", "\n\n",
                                       "\xff\xfe"
                                       "a",
                                       "{ \"format\": 1 }" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MisFault *fault = NULL;

      g_assert_null (mis_table_profile_new (texts[i], strlen (texts[i]), '\0', NULL, NULL, &fault));
      g_assert_nonnull (fault);
      mis_fault_free (fault);
    }
}

/* What the reader can read is read the same with a plan. */
static void
test_same_as_reader (void)
{
  static const char *const texts[] = {
    "agent,kind,principal,count,food,food:weight,home\nann,human,user,2,x,0.8,-\nbot,ai,,5,y,1,\n",
    "agent;name;area;goal;weight;low;high\na;A;food;x;0,5;0,25;75 %\na;;home;-;;;\nb;B;food;y;;;\n",
    "Agent,Food,Food:low,Food:weight,Food:high\na,x,0.1,0.2,0.3\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MisWorld) world = table_read (texts[i], NULL, FALSE, NULL);
      g_autofree char *written = table_write (world);

      plan_expect (texts[i], written);
    }
}

/* Columns that are no goals, by their names or by what is in them. */
static void
test_guesses (void)
{
  plan_expect ("Respondent ID,Age,Role,Speed,Comments\n7,31,driver,Go fast,hm\n8,64,walker,Go "
               "slow,\n",
               HEAD "7,,human,driver,1,speed,go-fast,1\n8,,human,walker,1,speed,go-slow,1\n");
  /* Nobody has a name: the rows of the spreadsheet name them. */
  plan_expect ("Speed,Noise\nfast,loud\n\nfast,loud\n",
               HEAD "row-2,Row 2,human,,1,speed,fast,1\nrow-2,Row 2,human,,1,noise,loud,1\n"
                    "row-4,Row 4,human,,1,speed,fast,1\nrow-4,Row 4,human,,1,noise,loud,1\n");
  /* Measured numbers and columns without anything are no goals; a few whole ones may be. */
  plan_expect ("who,height,empty,agree\na,1.75,,5\nb,1.80,,1\n",
               HEAD "a,,human,,1,agree,5,1\nb,,human,,1,agree,1,1\n");
  plan_expect ("person,question,answer,importance\na,Tax,up,0.5\nb,Tax,down,\n",
               HEAD "a,,human,,1,tax,up,0.5\nb,,human,,1,tax,down,1\n");
  plan_expect ("group,people,type,Tax,Tax weight\nx,30,ai,up,0.5\ny,7,human,down,\n",
               HEAD "x,,ai,,30,tax,up,0.5\ny,,human,,7,tax,down,1\n");
}

static MisTableAnswer *
get_answer (MisTablePlan *plan, const char *text)
{
  for (guint i = 0; i < plan->answers->len; i++)
    if (strcmp (g_array_index (plan->answers, MisTableAnswer, i).text, text) == 0)
      return &g_array_index (plan->answers, MisTableAnswer, i);
  g_error ("no answer %s", text);
}

#define SURVEY                                                                                     \
  "who,Q1,Q2,Age\na,agree,Pass,1\nb,disagree,,2\nc,pass,agree,3\nd,-,n/a,4\ne,agree,disagree,5\n"

static void
test_answers (void)
{
  g_autoptr (MisTablePlan) plan = plan_guess (SURVEY);

  g_assert_cmpuint (plan->answers->len, ==, 7);
  g_assert_true (g_array_index (plan->answers, MisTableAnswer, 4).is_special);
  g_assert_cmpstr (g_array_index (plan->answers, MisTableAnswer, 5).text, ==, "agree");
  g_assert_cmpuint (get_answer (plan, "agree")->n, ==, 3);
  g_assert_cmpint (get_answer (plan, "agree")->way, ==, MIS_TABLE_AS_GOAL);
  g_assert_cmpint (get_answer (plan, "")->way, ==, MIS_TABLE_AS_UNKNOWN);
  g_assert_cmpint (get_answer (plan, "pass")->way, ==, MIS_TABLE_AS_NO_GOAL);
  g_assert_cmpint (get_answer (plan, "Pass")->way, ==, MIS_TABLE_AS_NO_GOAL);
  g_assert_cmpint (get_answer (plan, "-")->way, ==, MIS_TABLE_AS_NO_GOAL);
  g_assert_cmpint (get_answer (plan, "n/a")->way, ==, MIS_TABLE_AS_UNKNOWN);
}

/* What a cell with @text among goals is taken for. */
static void
assert_way (const char *text, MisTableWay way)
{
  g_autofree char *table = g_strdup_printf ("who,Q\na,%s\nb,yes\n", text);
  g_autoptr (MisTablePlan) plan = plan_guess (table);

  g_test_message ("%s", text);
  g_assert_cmpint (get_answer (plan, text)->way, ==, way);
  g_assert_cmpint (get_answer (plan, text)->is_special, ==, way != MIS_TABLE_AS_GOAL);
}

/* Who does not know, does not want nothing: those are two answers. */
static void
test_words (void)
{
  const char *const unknown[] = {
    "don't know", "Don’t know", "DK",        "unsure", "Not sure",     "no answer",
    "n/a",        "N/A.",       "none",      "?",      "(don't know)", "don't know / no answer",
    "dk/na",      "Refused",    "[missing]", "tbd"
  };
  const char *const none[] = { "-", "pass", "Abstain", "no opinion", "don’t care" };
  const char *const goals[] = { "know", "yes/no", "n/a/yes", "dark", "()", "/", "unsure start" };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    assert_way (unknown[i], MIS_TABLE_AS_UNKNOWN);
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    assert_way (none[i], MIS_TABLE_AS_NO_GOAL);
  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    assert_way (goals[i], MIS_TABLE_AS_GOAL);
}

/* A few answers beside many ways to give none are no notes; many answers are. */
static void
test_words_are_no_notes (void)
{
  g_autoptr (MisTablePlan) few =
      plan_guess ("who,Q\na,up\nb,down\nc,dk\nd,n/a\ne,unsure\nf,pass\ng,-\nh,no answer\n");
  g_autoptr (MisTablePlan) many =
      plan_guess ("who,Q\na,up\nb,down\nc,dk\nd,left\ne,right\nf,fro\ng,to\nh,on\ni,off\n");

  g_assert_cmpint (few->columns[1].use, ==, MIS_TABLE_USE_AREA);
  g_assert_cmpint (many->columns[1].use, ==, MIS_TABLE_USE_NOTHING);
}

static char *
read_goals (const MisTablePlan *plan)
{
  g_autoptr (MisWorld) world = plan_read (plan, SURVEY, MIS_TABLE_ADD);
  GString *goals = g_string_new (NULL);

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    for (guint j = 0; j < mis_world_get_n_areas (world); j++)
      {
        MisPosition position = mis_world_get_position (world, i, j);

        g_string_append_printf (
            goals, "%s,", mis_area_get_goal_name (mis_world_get_area (world, j), position.goal));
      }
  return g_string_free (goals, FALSE);
}

static void
test_each_reading (void)
{
  g_autoptr (MisTablePlan) plan = plan_guess (SURVEY);
  g_autofree char *first = NULL, *second = NULL, *third = NULL;

  plan->columns[3].use = MIS_TABLE_USE_NOTHING;
  first = read_goals (plan);
  g_assert_cmpstr (first, ==,
                   "agree,No goal,disagree,Unknown,No goal,agree,No goal,Unknown,agree,disagree,");
  get_answer (plan, "")->way = MIS_TABLE_AS_NO_GOAL;
  get_answer (plan, "pass")->way = MIS_TABLE_AS_GOAL;
  get_answer (plan, "Pass")->way = MIS_TABLE_AS_UNKNOWN;
  second = read_goals (plan);
  g_assert_cmpstr (second, ==,
                   "agree,Unknown,disagree,No goal,pass,agree,No goal,Unknown,agree,disagree,");
  get_answer (plan, "")->way = MIS_TABLE_AS_GOAL;
  get_answer (plan, "-")->way = MIS_TABLE_AS_GOAL;
  get_answer (plan, "agree")->way = MIS_TABLE_AS_UNKNOWN;
  third = read_goals (plan);
  g_assert_cmpstr (third, ==,
                   "Unknown,Unknown,disagree,No answer,pass,Unknown,“-”,Unknown,Unknown,disagree,");
}

/* What somebody has said of an answer stays when other columns become goals. */
static void
test_answers_stay (void)
{
  g_autoptr (MisTableProfile) profile = plan_profile (SURVEY);
  g_autoptr (MisTablePlan) plan = mis_table_plan_new (profile);

  get_answer (plan, "pass")->way = MIS_TABLE_AS_UNKNOWN;
  plan->columns[2].use = MIS_TABLE_USE_NOTHING;
  mis_table_plan_find_words (plan, profile);
  g_assert_cmpuint (plan->answers->len, ==, 4);
  g_assert_cmpint (get_answer (plan, "pass")->way, ==, MIS_TABLE_AS_UNKNOWN);
  g_assert_cmpuint (get_answer (plan, "agree")->n, ==, 2);
}

/* The reading decides the score, as the shares of the answers say: a half of two goals that
 * exclude each other is 1/2 of all pairs, times n / (n - 1). */
static void
test_score_of_readings (void)
{
  static const char text[] = "who,Q\na,yes\nb,no\nc,pass\nd,pass\n";
  static const double expected[] = {
    [MIS_TABLE_AS_GOAL] = 10.0 / 12, [MIS_TABLE_AS_NO_GOAL] = 2.0 / 12, [MIS_TABLE_AS_UNKNOWN] = 1.0
  };

  for (guint way = 0; way < MIS_TABLE_N_WAYS; way++)
    {
      g_autoptr (MisTablePlan) plan = plan_guess (text);
      g_autoptr (MisWorld) bare = NULL;
      g_autoptr (MisWorld) world = NULL;
      g_autoptr (MisTally) tally = NULL;
      g_autoptr (MisScore) score = NULL;

      get_answer (plan, "pass")->way = way;
      bare = plan_read (plan, text, MIS_TABLE_MERGE);
      world = mis_table_set_conflicts (bare, 0, 1.0);
      tally = mis_tally_new (world, NULL);
      score = mis_score_new (tally, NULL, NULL);
      g_assert_cmpfloat_with_epsilon (score->overall, expected[way], 1e-15);
    }
}

/* Facts beside each other are one principal; names that the reader would take for its own; lines
 * within a field; quotes; a column without a name. */
static void
test_nasty_columns (void)
{
  static const char text[] =
      "id;Town;Age;count;;\"Say \"\"hi\"\"\nor not\"\n1;York;30;many;x;\"a;b\nc\"\n2;;40;few;y;\n";
  g_autoptr (MisTablePlan) plan = plan_guess (text);
  g_autoptr (MisWorld) world = NULL;

  plan->columns[1].use = plan->columns[2].use = MIS_TABLE_USE_FACT;
  for (guint i = 3; i < 6; i++)
    plan->columns[i].use = MIS_TABLE_USE_AREA;
  world = plan_read (plan, text, MIS_TABLE_ADD);
  g_assert_cmpuint (mis_world_get_n_areas (world), ==, 3);
  g_assert_cmpstr (mis_area_get_name (mis_world_get_area (world, 0)), ==, "count (area)");
  g_assert_cmpstr (mis_area_get_name (mis_world_get_area (world, 1)), ==, "Column E");
  g_assert_cmpstr (mis_area_get_name (mis_world_get_area (world, 2)), ==, "Say \"hi\" or not");
  g_assert_cmpstr (mis_area_get_goal (mis_world_get_area (world, 2), 0)->name, ==, "a;b c");
  g_assert_cmpstr (mis_world_get_agent (world, 0)->principal, ==, "York, 30");
  g_assert_cmpstr (mis_world_get_agent (world, 1)->principal, ==, "40");
}

static char *
spell_faults (const char *text, MisTablePlan *plan)
{
  MisFault *fault = NULL;
  GString *list = g_string_new (NULL);

  g_assert_null (
      mis_table_plan_read (plan, text, strlen (text), NULL, MIS_TABLE_ADD, NULL, NULL, &fault));
  for (guint i = 0; i <= (fault->others != NULL ? fault->others->len : 0); i++)
    {
      MisFault *one = i == 0 ? fault : g_ptr_array_index (fault->others, i - 1);
      g_autofree char *line = mis_fault_to_text (one, "t");

      g_string_append_printf (list, "%s\n", line);
    }
  if (fault->n_more > 0)
    g_string_append_printf (list, "and %u more\n", fault->n_more);
  mis_fault_free (fault);
  return g_string_free (list, FALSE);
}

/* Line, column and cell are those of the table that people have, whatever was left out or came
 * before; all rows that are wrong are named, whichever pass has found them. */
static void
test_faults (void)
{
  static const char text[] = "sep=;\nnotes;id;Q;Q weight;kind\n\"two\nlines\";a;x;0,5;ai\n;b;x\n\n"
                             "ä;c;y;1,5;robot\n;a;y;;\n";
  g_autoptr (MisTablePlan) plan = plan_guess (text);
  g_autofree char *faults = NULL;

  faults = spell_faults (text, plan);
  g_assert_cmpstr (
      faults, ==,
      "t:5:1: found 3 fields in this row, expected 5 as in the header\n"
      "t:7:7: Q weight: found \"1,5\", expected a number from 0 to 1 (cell D5)\n"
      "t:8:2: id: found a second row of the agent \"a\", expected only that in line 3: "
      "put agents that are alike into one row, with how many they are as its count, and give "
      "others a name of their own (cell B6)\n");
}

/* Rows are left out on the user's word only; another look at a copy of the plan leaves out the
 * same. What is no row stays a fault. */
static void
test_left_out_rows (void)
{
  static const char text[] = "id,Q\n1,x\n2\n3,y,z\n4,y\n1,x\n";
  g_autoptr (MisTablePlan) plan = plan_guess (text);
  g_autoptr (MisTablePlan) copy = NULL;
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisFault) header = mis_fault_new (MIS_FILE_ERROR_TABLE, 1, 3, "Q", "found it twice");
  g_autoptr (MisFault) limit = mis_fault_new (MIS_FILE_ERROR_LIMIT, 9, 1, "Q", "found too many");
  MisFault *fault = NULL;

  g_assert_null (
      mis_table_plan_read (plan, text, strlen (text), NULL, MIS_TABLE_ADD, NULL, NULL, &fault));
  g_assert_cmpuint (fault->others->len, ==, 2);
  g_assert_false (mis_table_plan_can_leave_out (plan, limit));
  g_assert_true (mis_table_plan_can_leave_out (plan, fault));
  g_assert_true (mis_table_plan_leave_out (plan, fault));
  g_assert_false (mis_table_plan_can_leave_out (plan, fault));
  g_assert_false (mis_table_plan_leave_out (plan, fault));
  g_assert_false (mis_table_plan_can_leave_out (plan, header));
  mis_fault_free (fault);
  copy = mis_table_plan_copy (plan);
  world = plan_read (copy, text, MIS_TABLE_ADD);
  g_assert_cmpuint (mis_world_get_n_agents (world), ==, 2);
  g_assert_cmpstr (mis_world_get_agent (world, 1)->name, ==, "4");
}

static void
test_many_faults (void)
{
  g_autoptr (GString) text = g_string_new ("id,n,Q\n");
  g_autoptr (MisTablePlan) plan = NULL;
  g_autofree char *faults = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 123; i++)
    g_string_append_printf (text, "%u,x%u,y\n", i, i);
  plan = plan_guess (text->str);
  plan->columns[1].use = MIS_TABLE_USE_COUNT;
  faults = spell_faults (text->str, plan);
  lines = g_strsplit (faults, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 102);
  g_assert_cmpstr (lines[99], ==,
                   "t:101:4: n: found \"x99\", expected a whole number in digits "
                   "only (cell B101)");
  g_assert_cmpstr (lines[100], ==, "and 23 more");
}

/* With a point as decimal sign, a comma is a fault; with a comma, both are read. */
static void
test_decimal_signs (void)
{
  static const char text[] = "id;Q;Q:weight\na;x;0,5\nb;x;0.25\n";
  g_autoptr (MisTablePlan) plan = plan_guess (text);
  g_autoptr (MisWorld) world = NULL;
  g_autofree char *faults = NULL;

  plan->comma = TRUE;
  world = plan_read (plan, text, MIS_TABLE_ADD);
  g_assert_cmpfloat (mis_world_get_position (world, 0, 0).weight, ==, 0.5);
  g_assert_cmpfloat (mis_world_get_position (world, 1, 0).weight, ==, 0.25);
  plan->comma = FALSE;
  faults = spell_faults (text, plan);
  g_assert_nonnull (strstr (faults, "t:2:5: Q:weight: found \"0,5\""));
}

/* A weight beside a word that is read as unknown is not read; one beside nothing is a fault. */
static void
test_weights_of_unknown (void)
{
  static const char text[] = "id,Q,Q:weight\na,n/a,0.5\nb,x,\n", bad[] = "id,Q,Q:weight\na,,0.5\n";
  g_autoptr (MisTablePlan) plan = plan_guess (text);
  g_autoptr (MisWorld) world = plan_read (plan, text, MIS_TABLE_ADD);
  g_autoptr (MisTablePlan) bad_plan = plan_guess (bad);
  g_autofree char *faults = NULL;

  g_assert_cmpint (mis_world_get_position (world, 0, 0).goal, ==, MIS_UNKNOWN);
  bad_plan->columns[1].use = MIS_TABLE_USE_AREA;
  bad_plan->columns[2] = (MisTablePlanColumn){ MIS_TABLE_USE_WEIGHT, 1 };
  faults = spell_faults (bad, bad_plan);
  g_assert_cmpstr (faults, ==,
                   "t:2:4: Q:weight: found \"0.5\", expected nothing, as there is no goal "
                   "(cell C2)\n");
}

static void
assert_problem (const MisTablePlan *plan, const char *problem)
{
  g_autoptr (GPtrArray) problems = mis_table_plan_list_problems (plan);

  g_assert_cmpuint (problems->len, ==, problem != NULL ? 1 : 0);
  if (problem != NULL)
    g_assert_cmpstr (problems->pdata[0], ==, problem);
}

static void
test_problems (void)
{
  static const char text[] = "id,kind,Q,Q:weight\na,ai,x,1\nb,ai,y,1\n";
  g_autoptr (MisTableProfile) profile = plan_profile (text);
  g_autoptr (MisTablePlan) plan = mis_table_plan_new (profile);
  g_autoptr (MisTablePlan) copy = mis_table_plan_copy (plan);

  assert_problem (plan, NULL);
  plan->columns[1].use = MIS_TABLE_USE_AGENT;
  assert_problem (plan, "More than one column is said to be the agent. Choose one.");
  assert_problem (copy, NULL);
  copy->columns[1].use = MIS_TABLE_USE_AREA;
  copy->columns[2].use = MIS_TABLE_USE_NOTHING;
  assert_problem (copy, "“Q:weight” holds weights of “Q”, which is not a problem area. Make that a "
                        "problem area, or leave the weights out.");
  mis_table_plan_set_form (copy, profile, TRUE);
  copy->columns[1].use = MIS_TABLE_USE_AREA;
  assert_problem (copy, "Choose the column with the goals.");
}

/* Nothing comes of it once nobody waits for it any more. */
static void
test_stop (void)
{
  g_autoptr (MisTablePlan) plan = plan_guess (SURVEY);
  MisFault *fault = NULL;
  gint stop = 1;

  g_assert_null (mis_table_plan_read (plan, SURVEY, strlen (SURVEY), NULL, MIS_TABLE_ADD, &stop,
                                      NULL, &fault));
  g_assert_null (fault);
}

static void
test_titles (void)
{
  g_autoptr (MisWorld) world = table_read ("agent,Q\na,x\n", NULL, FALSE, NULL);
  g_autoptr (MisWorld) titled = mis_table_set_title (world, "my.survey.csv");
  g_autoptr (MisWorld) bad = mis_table_set_title (world, "a\001b");

  g_assert_cmpstr (mis_world_get_title (titled), ==, "my.survey");
  g_assert_true (bad == world);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-plan/separators", test_separators);
  g_test_add_func ("/table-plan/told-separator", test_told_separator);
  g_test_add_func ("/table-plan/profile", test_profile);
  g_test_add_func ("/table-plan/no-table", test_no_table);
  g_test_add_func ("/table-plan/same-as-reader", test_same_as_reader);
  g_test_add_func ("/table-plan/guesses", test_guesses);
  g_test_add_func ("/table-plan/answers", test_answers);
  g_test_add_func ("/table-plan/words", test_words);
  g_test_add_func ("/table-plan/words-are-no-notes", test_words_are_no_notes);
  g_test_add_func ("/table-plan/each-reading", test_each_reading);
  g_test_add_func ("/table-plan/answers-stay", test_answers_stay);
  g_test_add_func ("/table-plan/score-of-readings", test_score_of_readings);
  g_test_add_func ("/table-plan/nasty-columns", test_nasty_columns);
  g_test_add_func ("/table-plan/faults", test_faults);
  g_test_add_func ("/table-plan/left-out-rows", test_left_out_rows);
  g_test_add_func ("/table-plan/many-faults", test_many_faults);
  g_test_add_func ("/table-plan/decimal-signs", test_decimal_signs);
  g_test_add_func ("/table-plan/weights-of-unknown", test_weights_of_unknown);
  g_test_add_func ("/table-plan/problems", test_problems);
  g_test_add_func ("/table-plan/stop", test_stop);
  g_test_add_func ("/table-plan/titles", test_titles);
  return g_test_run ();
}
