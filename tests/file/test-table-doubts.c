/* What looks like a slip in a table, and what does not. */
#include <string.h>

#include "file/example.h"
#include "file/table-contents.h"
#include "table-text.h"

static const struct
{
  const char *text;
  const char *doubt; /* what the first one begins with; NULL: there is none */
} cases[] = {
  { "agent,Privacy,Privacy weight\na,x,0.93\nb,y,0.67\n",
    "“Privacy weight” is a problem area of its own: a column with numbers of “Privacy” is called "
    "“Privacy:weight”, with a colon" },
  { "agent,privacy,Privacy_LOW\na,x,0.93\n", "“Privacy_LOW” is a problem area of its own" },
  { "agent,Speed of rollout,Speed weight\na,fast,0.93\nb,slow,1\n",
    "“Speed weight” is a problem area of its own: a column with numbers of “Speed of rollout” is "
    "called “Speed of rollout:weight”, with a colon" },
  { "agent,Speed of cars,Speed of rollout,Speed weight\na,x,fast,0.93\nb,y,slow,0.5\n",
    "“Speed weight” is a problem area whose goals are numbers" },
  { "agent,Speed of rollout,Speed weight\na,fast,much\nb,slow,much\n", NULL },
  { "agent,Privacy,Body weight\na,x,keep\nb,y,lose\n", NULL },
  { "agent,Trust\na,0.9\nb,30 %\n", "“Trust” is a problem area whose goals are numbers" },
  { "agent,Trust\na,0.9\nb,high\n", NULL },
  { "agent,type,Privacy\na,human,x\nb,AI,x\n",
    "“type” is a problem area whose goals are kinds of agents" },
  { "agent,Notes\na,one\nb,two\nc,three\nd,four\ne,five\nf,six\n",
    "“Notes” is a problem area with nearly as many goals as rows (6 in 6)" },
  { "agent,Q\na,one\nb,two\nc,three\nd,four\ne,one\nf,-\n", NULL },
  { "agent,Q\na,one\nb,two\nc,three\nd,four\ne,one\nf,two\n", NULL },
  { "agent,Comment\na,call back\nb,ok\nc,ok\n",
    "“Comment” is a problem area whose goals are what its cells say: if the column holds notes" },
  { "agent,Comment,P\na,call back,x\nb,,x\nc,,x\n",
    "“Comment” is a problem area in which only one row has a goal" },
  { "agent,REMARKS\na,ok\nb,ok\nc,ok\n", "“REMARKS” is a problem area whose goals are what" },
  { "agent,Commentary\na,ok\nb,ok\nc,ok\n", NULL },
  { "agent,P\na,n/a\nb,x\nc,x\n", "P: “n/a” is a goal like any other: leave the cell empty" },
  { "agent,P\na,don’t know\nb,x\nc,x\n", "P: “don’t know” is a goal like any other" },
  { "agent,P\na,dk\nb,x\nc,x\n", "P: “dk” is a goal like any other: leave the cell empty" },
  { "agent,P\na,NA\nb,x\nc,x\n", "P: “NA” is a goal like any other" },
  { "agent,P\na,#N/A\nb,x\nc,x\n", "P: “#N/A” is a goal like any other" },
  { "agent,P\na,?\nb,x\nc,x\n", "P: “?” is a goal like any other" },
  { "agent,P\na,—\nb,x\nc,x\n", "P: “—” is a goal like any other" },
  { "agent,P,Q\na,-,y\nb,x,\nc,x,y\nd,,y\n", NULL },
  /* Columns that have another name. */
  { "agent,cuont,P\na,5,x\nb,7,y\n",
    "“cuont” is a problem area whose goals are numbers, and every group has 1 agent: did you mean "
    "“count”" },
  { "agent,Number,P\na,5,x\nb,7,y\n", "“Number” is a problem area whose goals are numbers, and "
                                      "every" },
  { "agent,Turnover,P\na,5,x\nb,7,y\n",
    "“Turnover” is a problem area whose goals are numbers: a column with numbers of agents is "
    "called “count”" },
  { "agent,count,Number,P\na,2,5,x\nb,1,7,y\n",
    "“Number” is a problem area whose goals are numbers: a column with weights is called" },
  { "agent,Number,P\na,0.5,x\nb,7,y\n",
    "“Number” is a problem area whose goals are numbers: a column with weights is called" },
  { "agent,County,P\na,Kent,x\nb,Kent,y\n", NULL },
  { "agent,pricipal,P\na,user,x\nb,user,y\n",
    "“pricipal” is a problem area: did you mean the column “principal”?" },
  { "agent,nmae,P\na,Ann,x\nb,Bob,y\n",
    "“nmae” is a problem area: did you mean the column “name”?" },
  { "agent,Game,P\na,chess,x\nb,chess,y\n", NULL },
  { "agent,nme,P\na,Ann,x\nb,Bob,y\n", "“nme” is a problem area: did you mean the column “name”?" },
  { "agent,cont,P\na,5,x\nb,7,y\n", "“cont” is a problem area whose goals are numbers, and every" },
  /* Kinds of agents, in the words of whoever made the table. */
  { "agent,knd,P\na,ministry,x\nb,company,x\nc,NGO,y\nd,our union,y\n",
    "“knd” is a problem area: did you mean the column “kind”?" },
  { "agent,Kinds,P\na,ministry,x\nb,ministry,x\n", "“Kinds” is a problem area: did you mean" },
  { "agent,kidn,P\na,x,x\nb,y,x\n", "“kidn” is a problem area: did you mean" },
  { "agent,Sector,P\na,ministry,x\nb,Company,x\nc,NGO,y\n",
    "“Sector” is a problem area whose goals are kinds of agents" },
  { "agent,Wind,P\na,build,x\nb,wait,x\n", NULL },
  { "agent,Sector,P\na,ministry,x\nb,energy,x\n", NULL },
  /* Notes of a few. */
  { "agent,notes,P\na,ask her,x\nb,,y\nc,,y\n",
    "“notes” is a problem area in which only one row has a goal: if the column holds notes, leave "
    "it" },
  { "agent,Q,P\na,x,x\nb,,y\n", NULL },
  { "agent,Q,P\na,x,x\nb,-,y\nc,,y\n", NULL },
  /* Agents twice, and their sum. */
  { "agent,P\nAcme,x\nacme,y\n",
    "“Acme” and “acme” are two groups of agents, whose names differ only in capitals or spaces" },
  { "agent,P\nNorth Rail,x\nNorthRail,y\n", "“North Rail” and “NorthRail” are two" },
  { "agent,name,P\na,Voters,x\nb,Voters,y\n", NULL },
  { "agent,P\nAcme,x\nAcne,y\n", NULL },
  { "agent,count,P\na,40,x\nb,42,y\nTotal,80,\n",
    "“Total” has no goal in any problem area and looks like a sum of other rows: it went in as one "
    "more group (agents: 80)" },
  { "agent,count,P\na,40,x\nb,42,y\nEverybody,82,\n", "“Everybody” has no goal in any problem area "
                                                      "and looks" },
  { "agent,count,P\na,40,x\nb,42,y\nc,5,\n",
    "“c” is unknown in every problem area: it went in as a group (agents: 5), which no score "
    "counts" },
  { "agent,count,P\na,40,x\nb,42,\nc,5,\nd,1,x\n",
    "“b” and other groups of agents are unknown in every problem area, 2 in all" },
  { "agent,P\na,\nb,\nc,\n", NULL },
  { "agent,count,P\na,40,x\nb,40,\n", "“b” is unknown in every problem area" },
  { "agent,P\na,Data minimisation\nb,Data minimization\nc,Data minimisation\n",
    "P: the goal “Data minimization” is held by only one row, and resembles “Data minimisation”" },
  { "agent,P\na,Data minimisation\nb,Data minimization\n",
    "P: the goal “Data minimization” is held by only one row" },
  { "agent,P\na,More growth\nb,more growth\nc,more growth\n",
    "P: “more growth” and “More growth” are two goals, whose names differ only in capitals or" },
  { "agent,P\na,More growth\na2,More growth\nb,more growth\nc,more growth\n",
    "P: “More growth” and “more growth” are two goals, whose names differ only in capitals or" },
  { "agent,P\na,More  growth\nb,More growth\nc,More growth\n",
    "P: “More growth” and “More  growth” are two goals, whose names differ only in capitals or" },
  /* The commonest spelling is named, not the first one. */
  { "agent,P\na,Privacy\nb,Privacy\nc,Privac\nd,Privacies\ne,Privacies\n",
    "P: the goal “Privac” is held by only one row, and resembles “Privacy”" },
  { "agent,P\na,Trains\nb,Trains\nc,Train\nd,Trainx\ne,Trainx\nf,Trainx\n",
    "P: the goal “Train” is held by only one row, and resembles “Trainx”" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MisWorld) world = table_read (cases[i].text, NULL, FALSE, NULL);
      g_autoptr (GPtrArray) doubts = mis_table_list_doubts (world);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (doubts->len, ==, cases[i].doubt != NULL ? 1 : 0);
      if (doubts->len > 0 && !g_str_has_prefix (doubts->pdata[0], cases[i].doubt))
        g_error ("found %s, expected %s", (char *) doubts->pdata[0], cases[i].doubt);
    }
}

/* Ways not to answer are told even where they make the goals look like notes. */
static void
test_unknown_among_many (void)
{
  g_autoptr (MisWorld) world = table_read (
      "agent,P\na,up\nb,down\nc,dk\nd,unsure\ne,no answer\nf,left\n", NULL, FALSE, NULL);
  g_autoptr (GPtrArray) doubts = mis_table_list_doubts (world);

  g_assert_cmpuint (doubts->len, ==, 4);
  g_assert_true (g_str_has_prefix (doubts->pdata[0], "“P” is a problem area with nearly as many"));
  g_assert_true (g_str_has_prefix (doubts->pdata[1], "P: “dk” is a goal like any other"));
  g_assert_true (g_str_has_prefix (doubts->pdata[3], "P: “no answer” is a goal like any other"));
}

/* A goal that the project had is held by nobody now, as the table spells it in another way. */
static void
test_spelling_of_project (void)
{
  g_autoptr (MisWorld) base = table_read ("agent,P\na,Fast Roll-out\nb,Slow\n", NULL, FALSE, NULL);
  MisFault *fault = NULL;
  static const char text[] = "agent,P\na,fast roll-out\nb,fast roll-out\n";
  g_autoptr (MisWorld) world =
      mis_table_read (text, strlen (text), base, MIS_TABLE_REPLACE, NULL, &fault);
  g_autoptr (GPtrArray) doubts = mis_table_list_doubts (world);

  g_assert_cmpuint (doubts->len, ==, 1);
  g_assert_true (g_str_has_prefix (
      doubts->pdata[0], "P: “fast roll-out” and “Fast Roll-out” are two goals, whose names"));
}

/* (transfer full): a table of @n_rows; the first @n_common hold one goal, and @n_holders each of
 * the others another one. */
static char *
write_answers (guint n_rows, guint n_common, guint n_holders)
{
  GString *text = g_string_new ("agent,Why\n");

  for (guint i = 0; i < n_rows; i++)
    if (i < n_common)
      g_string_append_printf (text, "a%u,all\n", i);
    else
      g_string_append_printf (text, "a%u,no. %u\n", i, i / n_holders);
  return g_string_free (text, FALSE);
}

/* Free text of which some is there twice, against a population with a few rare goals. */
static void
test_rare_goals (void)
{
  static const struct
  {
    guint n_rows;
    guint n_common;
    guint n_holders;
    const char *doubt;
  } rare[] = {
    { 24, 0, 2,
      "“Why” is a problem area most of whose goals only one or two rows hold (12 of 12)" },
    { 24, 12, 1,
      "“Why” is a problem area most of whose goals only one or two rows hold (12 of 13)" },
    { 24, 14, 2, NULL },
    { 22, 0, 2, NULL },
    { 24, 0, 3, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rare); i++)
    {
      g_autofree char *text = write_answers (rare[i].n_rows, rare[i].n_common, rare[i].n_holders);
      g_autoptr (MisWorld) world = table_read (text, NULL, FALSE, NULL);
      g_autoptr (GPtrArray) doubts = mis_table_list_doubts (world);

      g_assert_cmpuint (doubts->len, ==, rare[i].doubt != NULL ? 1 : 0);
      if (doubts->len > 0)
        g_assert_true (g_str_has_prefix (doubts->pdata[0], rare[i].doubt));
    }
}

static void
test_resemblance (void)
{
  static const char *const alike[][2] = {
    { "Data minimisation", "data-minimization" }, { "Café", "cafe" }, { "data use", "datause" },
    { "Privacy", "Privcay" }, { "Privacy", "Privac" }, { "Move inventory", "Move  inventorys" },
  };
  static const char *const different[][2] = {
    { "goal 1", "goal 2" }, { "goal-a", "goal-b" }, { "Plan2024", "Plan2025" }, { "up", "us" },
    { "Minimize cost", "Maximize cost" }, { "more trains", "more brains at night" }, { "x", "y" },
    { "profit", "convenience" }, { "–", "—" }, { "legal", "illegal" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    {
      g_assert_true (mis_names_resemble (alike[i][0], alike[i][1]));
      g_assert_true (mis_names_resemble (alike[i][1], alike[i][0]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    {
      if (mis_names_resemble (different[i][0], different[i][1]))
        g_error ("%s, %s", different[i][0], different[i][1]);
      g_assert_false (mis_names_resemble (different[i][1], different[i][0]));
    }
}

static void
test_examples (void)
{
  static const char *const names[] = { "shopping", "ranges", "carla", "blank" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MisWorld) world = mis_example_load (names[i], NULL);
      g_autoptr (GPtrArray) doubts = mis_table_list_doubts (world);

      g_assert_cmpuint (doubts->len, ==, 0);
    }
}

static void
test_contents (void)
{
  g_autoptr (MisWorld) world =
    table_read ("agent,count,P,Q\na,5,x,-\nb,,y,\nc,,x,-\nd,,-,z\n", NULL, FALSE, NULL);
  g_autoptr (GPtrArray) all = mis_area_contents_list (world);
  const MisAreaContents *p = g_ptr_array_index (all, 0);
  const MisAreaContents *q = g_ptr_array_index (all, 1);

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (p->n_holders[0], ==, 2);
  g_assert_cmpuint (p->n_holders[1], ==, 1);
  g_assert_cmpuint (p->n_held, ==, 2);
  g_assert_cmpuint (p->n_rows, ==, 3);
  g_assert_cmpuint (p->n_none, ==, 1);
  g_assert_cmpuint (p->agents[0], ==, 6);
  g_assert_cmpuint (p->agents[1], ==, 1);
  g_assert_cmpuint (p->n_agents, ==, 7);
  g_assert_cmpuint (p->n_agents_none, ==, 1);
  g_assert_cmpuint (q->n_rows, ==, 1);
  g_assert_cmpuint (q->n_none, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-doubts/cases", test_cases);
  g_test_add_func ("/table-doubts/unknown-among-many", test_unknown_among_many);
  g_test_add_func ("/table-doubts/resemblance", test_resemblance);
  g_test_add_func ("/table-doubts/spelling-of-project", test_spelling_of_project);
  g_test_add_func ("/table-doubts/rare-goals", test_rare_goals);
  g_test_add_func ("/table-doubts/examples", test_examples);
  g_test_add_func ("/table-doubts/contents", test_contents);
  return g_test_run ();
}
