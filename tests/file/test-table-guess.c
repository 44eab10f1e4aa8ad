/* What a plan makes of the names and the words of a table that others made: weights under any name,
 * kinds of agents in people's own words, goals spelt in two ways. */
#include <string.h>

#include "file/table-kinds.h"
#include "file/table-plan.h"
#include "plan-text.h"
#include "table-text.h"

/* What a column of numbers behind the areas Tax and Rent is that is called @label. */
static void
assert_numbers (const char *label, MisTableUse use, guint of)
{
  g_autofree char *text =
      g_strdup_printf ("agent,Tax,Rent,%s\na,up,low,0.5\nb,down,high,0.25\nc,up,low,\n", label);
  g_autoptr (MisTablePlan) plan = plan_guess (text);

  g_test_message ("%s", label);
  g_assert_cmpint (plan->columns[3].use, ==, use);
  g_assert_cmpuint (plan->columns[3].of, ==, of);
}

/* Weights are called in many ways; one that names no area is that of the area before it. */
static void
test_numbers (void)
{
  assert_numbers ("Tax:weight", MIS_TABLE_USE_WEIGHT, 1);
  assert_numbers ("tax_weight", MIS_TABLE_USE_WEIGHT, 1);
  assert_numbers ("Tax (weight)", MIS_TABLE_USE_WEIGHT, 1);
  assert_numbers ("Weight of tax", MIS_TABLE_USE_WEIGHT, 1);
  assert_numbers ("weight_Tax", MIS_TABLE_USE_WEIGHT, 1);
  assert_numbers ("Tax importance", MIS_TABLE_USE_WEIGHT, 1);
  assert_numbers ("Tax.high", MIS_TABLE_USE_HIGH, 1);
  assert_numbers ("Weight", MIS_TABLE_USE_WEIGHT, 2);
  assert_numbers ("importance.1", MIS_TABLE_USE_WEIGHT, 2);
  assert_numbers ("Weighty", MIS_TABLE_USE_NOTHING, 0);
  assert_numbers ("Roads weight", MIS_TABLE_USE_NOTHING, 0);
  /* Words are no weights, unless the reader's own word says so: then they are faults. */
  plan_expect ("who,Tax,Tax priority\na,up,x\nb,down,y\n",
               HEAD "a,,human,,1,tax,up,1\na,,human,,1,tax-priority,x,1\n"
                    "b,,human,,1,tax,down,1\nb,,human,,1,tax-priority,y,1\n");
  plan_expect ("who,Tax,Weight,Rent,Weight\na,up,0.5,x,0.25\nb,down,1,y,0\n",
               HEAD "a,,human,,1,tax,up,0.5\na,,human,,1,rent,x,0.25\n"
                    "b,,human,,1,tax,down,1\nb,,human,,1,rent,y,0\n");
  /* Behind what is no area, and a second time, it is nobody's. */
  plan_expect ("who,Weight,Tax,weight,weight\na,70,up,0.5,3\nb,80,down,1,4\n",
               HEAD "a,,human,,1,tax,up,0.5\nb,,human,,1,tax,down,1\n");
}

/* What the last of columns with these @labels is; those before it are words, it is numbers. */
static void
assert_numbers_behind (const char *labels, MisTableUse use, guint of)
{
  g_autofree char *text =
      g_strdup_printf ("agent,%s\na,up,low,x,0.5\nb,down,high,y,0.25\nc,up,low,x,0.5\n", labels);
  g_autoptr (MisTablePlan) plan = plan_guess (text);

  g_test_message ("%s", labels);
  g_assert_cmpint (plan->columns[4].use, ==, use);
  g_assert_cmpuint (plan->columns[4].of, ==, of);
}

/* Half the name of an area is enough where it is that of no other one. */
static void
test_numbers_by_beginning (void)
{
  assert_numbers_behind ("Speed of rollout,Rent,Tax,Speed weight", MIS_TABLE_USE_WEIGHT, 1);
  assert_numbers_behind ("Speed of rollout,Rent,Tax,weight of speed", MIS_TABLE_USE_WEIGHT, 1);
  assert_numbers_behind ("Speed of rollout,Rent,Tax,Speed (high)", MIS_TABLE_USE_HIGH, 1);
  assert_numbers_behind ("Speed,Rent,Tax,Speed of rollout: weight", MIS_TABLE_USE_WEIGHT, 1);
  assert_numbers_behind ("Rent,Prices,Tax,Price importance", MIS_TABLE_USE_WEIGHT, 2);
  assert_numbers_behind ("Rent,Äpfel und Birnen,Tax,äpfel weight", MIS_TABLE_USE_WEIGHT, 2);
  /* Of two areas nobody knows which; a whole name says it. */
  assert_numbers_behind ("Speed of rollout,Speed of cars,Tax,Speed weight", MIS_TABLE_USE_NOTHING,
                         0);
  assert_numbers_behind ("Speed of rollout,Speed,Tax,Speed weight", MIS_TABLE_USE_WEIGHT, 2);
  /* Two letters begin many words. */
  assert_numbers_behind ("Airports,Rent,Tax,Ai weight", MIS_TABLE_USE_NOTHING, 0);
  assert_numbers_behind ("AI safety,Rent,Tax,AI weight", MIS_TABLE_USE_WEIGHT, 1);
  /* Whole numbers would be answers but for the name; weights that are there are not there twice. */
  plan_expect ("who,Speed of rollout,Speed weight\na,fast,1\nb,slow,0\n",
               HEAD "a,,human,,1,speed-of-rollout,fast,1\nb,,human,,1,speed-of-rollout,slow,0\n");
  plan_expect ("who,Speed of cars,Speed of cars:weight,Speed weight\na,fast,1,0.5\nb,slow,0,0.5\n",
               HEAD "a,,human,,1,speed-of-cars,fast,1\nb,,human,,1,speed-of-cars,slow,0\n");
}

static void
assert_kind (const char *word, MisKind expected, gboolean is_known)
{
  MisKind kind;

  g_test_message ("%s", word);
  g_assert_cmpint (mis_table_kind_guess (word, &kind), ==, is_known);
  g_assert_cmpint (kind, ==, expected);
}

static void
test_kind_words (void)
{
  assert_kind ("human", MIS_KIND_HUMAN, TRUE);
  assert_kind ("Citizen", MIS_KIND_HUMAN, TRUE);
  assert_kind (" AI ", MIS_KIND_AI, TRUE);
  assert_kind ("Chatbot", MIS_KIND_AI, TRUE);
  assert_kind ("model", MIS_KIND_AI, TRUE);
  assert_kind ("company", MIS_KIND_ORGANIZATION, TRUE);
  assert_kind ("FIRM", MIS_KIND_ORGANIZATION, TRUE);
  assert_kind ("Ministry", MIS_KIND_ORGANIZATION, TRUE);
  assert_kind ("NGO", MIS_KIND_ORGANIZATION, TRUE);
  assert_kind ("other", MIS_KIND_OTHER, TRUE);
  assert_kind ("wizard", MIS_KIND_OTHER, FALSE);
  assert_kind ("", MIS_KIND_OTHER, FALSE);
}

#define KINDS                                                                                      \
  "Name,Type,Tax\nAcme,company,up\nMin,Ministry,down\nBob,citizen,up\nR2,bot,up\n"                 \
  "Zed,wizard,down\nAnn,human,up\nNone,,up\n"

/* Kinds in people's own words are mapped; what that would lose becomes a fact. */
static void
test_kinds (void)
{
  g_autoptr (MisTableProfile) profile = plan_profile (KINDS);
  g_autoptr (MisTablePlan) plan = mis_table_plan_new (profile);
  g_autoptr (MisTablePlan) copy = NULL;
  g_autoptr (MisWorld) world = NULL;
  MisTableKindWord *first;

  plan_expect (KINDS, HEAD "acme,Acme,organization,company,1,tax,up,1\n"
                           "min,Min,organization,Ministry,1,tax,down,1\n"
                           "bob,Bob,human,citizen,1,tax,up,1\nr2,R2,ai,bot,1,tax,up,1\n"
                           "zed,Zed,other,wizard,1,tax,down,1\nann,Ann,human,,1,tax,up,1\n"
                           "none,None,human,,1,tax,up,1\n");
  /* What nobody knows is asked first, and stays what somebody says. */
  g_assert_cmpuint (plan->kinds->len, ==, 6);
  first = &g_array_index (plan->kinds, MisTableKindWord, 0);
  g_assert_cmpstr (first->text, ==, "wizard");
  g_assert_false (first->is_known);
  first->kind = MIS_KIND_HUMAN;
  plan->keeps_kinds = FALSE;
  mis_table_plan_find_words (plan, profile);
  copy = mis_table_plan_copy (plan);
  world = plan_read (copy, KINDS, MIS_TABLE_ADD);
  g_assert_cmpint (mis_world_get_agent (world, 4)->kind, ==, MIS_KIND_HUMAN);
  g_assert_cmpstr (mis_world_get_agent (world, 4)->principal, ==, "");
  g_assert_cmpint (mis_world_get_agent (world, 0)->kind, ==, MIS_KIND_ORGANIZATION);
}

/* Where each word is a kind of its own nothing is lost; facts of other columns stand beside kinds;
 * answers that sound like kinds are goals. */
static void
test_where_kinds_are (void)
{
  plan_expect ("who,kind,Tax\na,Company,up\nb,human,down\n",
               HEAD "a,,organization,,1,tax,up,1\nb,,human,,1,tax,down,1\n");
  plan_expect ("who,principal,kind,Tax\na,x,firm,up\nb,,company,down\n", HEAD
               "a,,organization,\"x, firm\",1,tax,up,1\nb,,organization,company,1,tax,down,1\n");
  plan_expect ("who,Pays,Tax\na,government,up\nb,company,down\n",
               HEAD "a,,human,,1,pays,government,1\na,,human,,1,tax,up,1\n"
                    "b,,human,,1,pays,company,1\nb,,human,,1,tax,down,1\n");
  /* In the long form the kind may be said once. */
  plan_expect (
      "agent,kind,principal,area,goal\na,firm,x,Tax,up\na,,x,Rent,low\nb,company,,Tax,up\n",
      HEAD "a,,organization,x,1,tax,up,1\na,,organization,x,1,rent,low,1\n"
           "b,,organization,,1,tax,up,1\n");
}

/* Goals that differ only in capitals or spaces are one, as most cells spell it, unless somebody
 * says otherwise; in each column by itself, and never an answer that is none. */
static void
test_spellings (void)
{
  static const char text[] = "who,Tax,Rent\na,Go up,LOW\nb,go up,LOW\nc,Go  Up,Low\nd,Go up,Pass\n"
                             "e,pass,pass\n";
  g_autoptr (MisTablePlan) plan = plan_guess (text);
  g_autoptr (MisTablePlan) copy = NULL;
  g_autoptr (MisWorld) one = plan_read (plan, text, MIS_TABLE_ADD);
  g_autoptr (MisWorld) many = NULL;
  const MisTableSpelling *first = &g_array_index (plan->spellings, MisTableSpelling, 0);

  g_assert_cmpuint (plan->spellings->len, ==, 3);
  g_assert_cmpuint (first->column, ==, 1);
  g_assert_cmpstr (first->text, ==, "go up");
  g_assert_cmpstr (first->usual, ==, "Go up");
  g_assert_cmpuint (first->n, ==, 1);
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (one, 0)), ==, 1);
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (one, 1)), ==, 1);
  g_assert_cmpstr (mis_area_get_goal (mis_world_get_area (one, 1), 0)->name, ==, "LOW");
  plan->unites_spellings = FALSE;
  copy = mis_table_plan_copy (plan);
  many = plan_read (copy, text, MIS_TABLE_ADD);
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (many, 0)), ==, 3);
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (many, 1)), ==, 2);
}

static MisWorld *
plan_read_into (const MisTablePlan *plan, const char *text)
{
  MisFault *fault = NULL;
  MisWorld *world = mis_table_plan_read (plan, text, strlen (text), plan->base, MIS_TABLE_ADD, NULL,
                                         NULL, &fault);

  g_assert_null (fault);
  return world;
}

/* Goals that the project has are spelt as it does, even if no cell does so; in the area that the
 * column is called after, and where no two of them differ only so. */
static void
test_spellings_of_project (void)
{
  static const char base_text[] =
      "agent,Speed,Rent\nx,Fast Roll-out,No way\ny,Slow,no way\nz,EU wide,Yes\n";
  static const char text[] =
      "agent,Speed,Rent,Tax\na,fast roll-out,NO WAY,slow\nb,fast roll-out,yes,slow\n"
      "c,Fast  roll-out,no way,slow\nd,eu-wide,yes,slow\ne,slow,yes,Slow\n";
  g_autoptr (MisWorld) base = table_read (base_text, NULL, FALSE, NULL);
  g_autoptr (MisTableProfile) profile = plan_profile (text);
  g_autoptr (MisTablePlan) plan = mis_table_plan_new (profile);
  g_autoptr (MisTablePlan) copy = NULL;
  g_autoptr (MisWorld) one = NULL;
  g_autoptr (MisWorld) many = NULL;
  const MisArea *speed;

  /* By itself the table has one spelling too many in three columns. */
  g_assert_cmpuint (plan->spellings->len, ==, 3);
  mis_table_plan_set_base (plan, profile, base);
  g_assert_cmpuint (plan->spellings->len, ==, 3);
  g_assert_cmpstr (g_array_index (plan->spellings, MisTableSpelling, 0).usual, ==, "Fast Roll-out");
  g_assert_cmpstr (g_array_index (plan->spellings, MisTableSpelling, 2).usual, ==, "slow");
  copy = mis_table_plan_copy (plan);
  one = plan_read_into (copy, text);
  speed = mis_world_get_area (one, 0);
  g_assert_cmpuint (mis_area_get_n_goals (speed), ==, 3);
  /* Nobody knows which of "No way" and "no way" was meant by "NO WAY". */
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (one, 1)), ==, 4);
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (one, 2)), ==, 1);
  plan->unites_spellings = FALSE;
  many = plan_read_into (plan, text);
  g_assert_cmpuint (mis_area_get_n_goals (mis_world_get_area (many, 0)), ==, 5);
  mis_table_plan_set_base (plan, profile, NULL);
  g_assert_cmpuint (plan->spellings->len, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-guess/numbers", test_numbers);
  g_test_add_func ("/table-guess/numbers-by-beginning", test_numbers_by_beginning);
  g_test_add_func ("/table-guess/kind-words", test_kind_words);
  g_test_add_func ("/table-guess/kinds", test_kinds);
  g_test_add_func ("/table-guess/where-kinds-are", test_where_kinds_are);
  g_test_add_func ("/table-guess/spellings", test_spellings);
  g_test_add_func ("/table-guess/spellings-of-project", test_spellings_of_project);
  return g_test_run ();
}
