/* The reader: every kind of fault with its place and its words, defaults, limits, hostile files. */
#include <locale.h>
#include <string.h>
#include <sys/resource.h>

#include <glib.h>

#include "core/limits.h"
#include "file/project-reader.h"
#include "file/project-writer.h"

/* A valid project that has a bit of everything; each case changes one thing in it. */
static const char base[]
  = "{\n"
    "  \"format\": \"misalign-project\",\n"
    "  \"version\": 1,\n"
    "  \"title\": \"Title\",\n"
    "  \"description\": \"Text\",\n"
    "  \"scoring\": { \"weight_mean\": \"geometric\", \"pairs\": \"distinct\" },\n"
    "  \"areas\": [\n"
    "    { \"id\": \"food\", \"name\": \"Food\",\n"
    "      \"goals\": [ { \"id\": \"cheap\" }, { \"id\": \"good\", \"name\": \"Good\" } ],\n"
    "      \"conflict\": { \"default\": 0.1, \"pairs\": [\n"
    "        { \"goals\": [\"good\", \"cheap\"], \"value\": 0.5, \"low\": 0.4, \"high\": 0.6 },\n"
    "        { \"goals\": [null, \"good\"], \"value\": 0.25, \"note\": \"n\", \"source\": \"s\" } "
    "] }\n"
    "    },\n"
    "    { \"id\": \"home\", \"goals\": [ { \"id\": \"rest\" } ] }\n"
    "  ],\n"
    "  \"agents\": [\n"
    "    { \"id\": \"ann\", \"name\": \"Ann\", \"kind\": \"human\", \"principal\": \"user\",\n"
    "      \"count\": 3, \"note\": \"first\",\n"
    "      \"positions\": { \"food\": { \"goal\": \"cheap\", \"weight\": 0.8, \"low\": 0.7 },\n"
    "                     \"home\": { \"goal\": null } } },\n"
    "    { \"id\": \"bot\", \"kind\": \"ai\" }\n"
    "  ],\n"
    "  \"scenarios\": [\n"
    "    { \"id\": \"one\", \"changes\": [\n"
    "      { \"agent\": \"ann\", \"count\": 5 },\n"
    "      { \"agent\": \"ann\", \"area\": \"food\", \"goal\": \"good\", \"weight\": 0.5 },\n"
    "      { \"agent\": \"ann\", \"area\": \"home\", \"unknown\": true },\n"
    "      { \"area\": \"food\", \"goals\": [\"cheap\", \"good\"], \"value\": 0.9, \"high\": 1 },\n"
    "      { \"area\": \"food\", \"default\": 0.2 },\n"
    "      { \"add_agent\": { \"id\": \"eve\", \"positions\": { \"home\": { \"goal\": \"rest\" } } "
    "} },\n"
    "      { \"remove_agent\": \"bot\" },\n"
    "      { \"remove_area\": \"home\" },\n"
    "      { \"scoring\": { \"pairs\": \"replacement\" } } ] }\n"
    "  ],\n"
    "  \"experiments\": []\n"
    "}\n";

typedef struct
{
  const char *from; /* what is replaced in the base; NULL: @to is the whole file */
  const char *to;
  const char *fault; /* without the file's name, the kind before it */
} Case;

static const Case cases[] = {
#include "reader-cases.inc"
};

static char *
apply (const Case *change)
{
  const char *at = change->from != NULL ? strstr (base, change->from) : NULL;

  if (change->from == NULL)
    return g_strdup (change->to);
  if (at == NULL)
    g_error ("not in the base: %s", change->from);
  return g_strdup_printf ("%.*s%s%s", (int) (at - base), base, change->to,
                          at + strlen (change->from));
}

static char *
read_fault (const char *text)
{
  MisFault *fault;
  g_autoptr (MisWorld) world = mis_project_read (text, strlen (text), &fault);
  g_autofree char *spelled = NULL;
  char *line;

  if (world != NULL)
    return g_strdup ("none");
  /* Names have a test of their own. */
  mis_fault_set_name (fault, NULL);
  spelled = mis_fault_to_text (fault, "");
  /* One slip is one fault, however much follows from it. */
  line = g_strdup_printf ("%s %s%s",
                          fault->code == MIS_FILE_ERROR_VERSION ? "version"
                                                                : mis_fault_get_kind (fault),
                          spelled, fault->others != NULL && fault->others->len > 0 ? " and others"
                                                                                   : "");
  mis_fault_free (fault);
  return line;
}

/* The names by which people know what is at fault: of the innermost element of a list that has
 * one. */
static void
test_names (void)
{
  static const struct
  {
    Case change;
    const char *place;
    const char *name;
  } named[] = {
    { { "\"count\": 3", "\"count\": 1.5" }, "agents[0].count", "Ann" },
    { { "0.8, \"low\"", "8, \"low\"" }, "agents[0].positions.food.weight", "Ann" },
    { { "\"kind\": \"ai\"", "\"kind\": \"x\"" }, "agents[1].kind", NULL },
    { { "\"value\": 0.5", "\"value\": 5" }, "areas[0].conflict.pairs[0].value", "Food" },
    { { "\"name\": \"Good\"", "\"name\": \"Good\", \"x\": 1" }, "areas[0].goals[1].x", "Good" },
    { { "\"id\": \"cheap\"", "\"id\": \"!\"" }, "areas[0].goals[0].id", "Food" },
    { { "\"name\": \"Ann\"", "\"name\": \"A\\u202en\"" }, "agents[0].name", NULL },
    { { "\"name\": \"Ann\"", "\"name\": 1" }, "agents[0].name", NULL },
    { { "\"pairs\": \"distinct\"", "\"pairs\": \"x\"" }, "scoring.pairs", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autofree char *text = apply (&named[i].change);
      g_autoptr (MisFault) fault = NULL;
      g_autoptr (MisWorld) world = mis_project_read (text, strlen (text), &fault);

      g_assert_null (world);
      g_assert_cmpstr (fault->place, ==, named[i].place);
      g_assert_cmpstr (fault->name, ==, named[i].name);
    }
}

/* The name may hold anything that a file can hold; the place for scripts stays as it is. */
static void
test_texts_with_a_name (void)
{
  const Case change = { "\"name\": \"Ann\", \"kind\": \"human\"",
                        "\"kind\": \"x\","
                        " \"name\": \"A long name that has more than forty letters in it\"" };
  g_autofree char *text = apply (&change);
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisWorld) world = mis_project_read (text, strlen (text), &fault);
  g_autofree char *place = NULL, *line = NULL, *json = NULL;

  g_assert_null (world);
  place = mis_fault_describe_place (fault);
  line = mis_fault_to_text (fault, "f");
  json = mis_fault_to_json (fault, "f");
  g_assert_cmpstr (place, ==, "agents[0].kind (A long name that has more than forty let…)");
  g_assert_true (g_str_has_suffix (line, " (in \"A long name that has more than forty let…\")"));
  g_assert_nonnull (strstr (line, ": agents[0].kind: found \"x\", expected "));
  g_assert_null (strstr (json, "long name"));
  mis_fault_set_name (fault, "a\033b");
  g_free (place);
  place = mis_fault_describe_place (fault);
  g_assert_cmpstr (place, ==, "agents[0].kind (a\\u001bb)");
}

static void
test_cases (void)
{
  guint n_wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = apply (&cases[i]);
      g_autofree char *fault = read_fault (text);

      if (g_strcmp0 (fault, cases[i].fault) != 0)
        {
          g_printerr ("case %u: %s -> %s\n  found    %s\n  expected %s\n", i,
                      cases[i].from != NULL ? cases[i].from : "", cases[i].to, fault,
                      cases[i].fault);
          n_wrong++;
        }
    }
  g_test_message ("%u cases", (guint) G_N_ELEMENTS (cases));
  g_assert_cmpuint (n_wrong, ==, 0);
}

static MisWorld *
read_text (const char *text)
{
  MisFault *fault;
  MisWorld *world = mis_project_read (text, strlen (text), &fault);

  if (world == NULL)
    g_error ("%s", fault->message);
  return world;
}

static void
test_base (void)
{
  g_autoptr (MisWorld) world = read_text (base);
  const MisArea *food = mis_world_get_area (world, 0);
  MisPosition position = mis_world_get_position (world, 0, 0);
  MisConflict pair = mis_area_get_conflict (food, 0, 1);

  g_assert_cmpstr (mis_world_get_title (world), ==, "Title");
  g_assert_cmpuint (mis_world_get_population (world), ==, 4);
  g_assert_cmpuint (mis_world_get_n_scenarios (world), ==, 1);
  g_assert_cmpstr (mis_area_get_goal (food, 0)->name, ==, "cheap");
  g_assert_cmpfloat (pair.value, ==, 0.5);
  g_assert_cmpfloat (pair.low, ==, 0.4);
  g_assert_cmpfloat (mis_area_get_conflict (food, MIS_NO_GOAL, 1).value, ==, 0.25);
  /* The default is for pairs of goals; "no goal" conflicts with nobody unless a pair says so. */
  g_assert_cmpfloat (mis_area_get_conflict (food, MIS_NO_GOAL, 0).value, ==, 0.0);
  g_assert_cmpint (position.goal, ==, 0);
  g_assert_cmpfloat (position.low, ==, 0.7);
  g_assert_cmpfloat (position.high, ==, 0.8);
  g_assert_cmpint (mis_world_get_position (world, 0, 1).goal, ==, MIS_NO_GOAL);
  g_assert_cmpfloat (mis_world_get_position (world, 0, 1).weight, ==, 1.0);
  g_assert_cmpint (mis_world_get_position (world, 1, 0).goal, ==, MIS_UNKNOWN);
  g_assert_cmpint (mis_world_get_agent (world, 1)->kind, ==, MIS_KIND_AI);
  g_assert_cmpuint (mis_world_get_scenario (world, 0)->n_changes, ==, 9);
}

static void
test_smallest (void)
{
  g_autoptr (MisWorld) world
    = read_text ("{\"agents\":[],\"areas\":[],\"version\":1,\"format\":\"misalign-project\"}");

  g_assert_cmpstr (mis_world_get_title (world), ==, "");
  g_assert_cmpuint (mis_world_get_n_areas (world), ==, 0);
  g_assert_cmpuint (mis_world_get_n_agents (world), ==, 0);
}

static void
test_bytes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\n\"a\" 1}", 8);
  g_autoptr (GBytes) none = g_bytes_new_static (NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none_error = NULL;

  g_assert_null (mis_project_read_bytes (bytes, "f.misalign", &error));
  g_assert_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "f.misalign:2:5: found \"1\", expected \":\"");
  g_assert_null (mis_project_read_bytes (none, "f.misalign", &none_error));
  g_assert_error (none_error, MIS_FILE_ERROR, MIS_FILE_ERROR_SYNTAX);
}

/* Every file cut off anywhere, and every one with a byte turned, ends in a fault or a world. */
static void
test_damage (void)
{
  gsize length = strlen (base);

  for (gsize i = 0; i < length - 2; i++)
    {
      g_autofree char *cut = g_strndup (base, i);
      g_autofree char *fault = read_fault (cut);

      g_assert_true (g_str_has_prefix (fault, "syntax "));
    }
  for (gsize i = 0; i < length; i++)
    for (guint turn = 1; turn < 256; turn += 37)
      {
        g_autofree char *turned = g_memdup2 (base, length);
        MisFault *fault;
        MisWorld *world;

        turned[i] = (char) ((guint) turned[i] ^ turn);
        world = mis_project_read (turned, length, &fault);
        if (world != NULL)
          mis_world_unref (world);
        else
          mis_fault_free (fault);
      }
}

typedef struct
{
  const char *name;
  const char *before;
  const char *item; /* a format for its number */
  guint n;
  const char *after;
  const char *fault;
} Hostile;

static const Hostile hostile[] = {
  { "a million goals",
    "{\"format\":\"misalign-project\",\"version\":1,\"agents\":[],\"areas\":[{\"id\":\"a\","
    "\"goals\":[",
    "{\"id\":\"g%u\"},", 1000000, "{\"id\":\"z\"}]}]}",
    "areas[0].goals: found more than 2000 goals, expected at most as many" },
  { "a million areas", "{\"format\":\"misalign-project\",\"version\":1,\"agents\":[],\"areas\":[",
    "{\"id\":\"a%u\",\"goals\":[]},", 1000000, "0]}",
    "areas: found 1000001 areas, expected at most 2000" },
  { "a million agents", "{\"format\":\"misalign-project\",\"version\":1,\"areas\":[],\"agents\":[",
    "{\"id\":\"a%u\"},", 1000000, "0]}",
    "agents: found 1000001 rows of agents, expected at most 100000" },
  { "a million scenarios",
    "{\"format\":\"misalign-project\",\"version\":1,\"areas\":[],\"agents\":[],\"scenarios\":[",
    "{\"id\":\"s%u\"},", 1000000, "0]}",
    "scenarios: found 1000001 scenarios, expected at most 1000" },
  { "a million changes",
    "{\"format\":\"misalign-project\",\"version\":1,\"areas\":[],\"agents\":[],\"scenarios\":[{"
    "\"id\":\"s\",\"changes\":[",
    "{\"add_agent\":{\"id\":\"a%u\"}},", 1000000, "0]}]}",
    "scenarios[0].changes: found more than 100000 changes, expected at most as many" },
  { "a million points of experiments",
    "{\"format\":\"misalign-project\",\"version\":1,\"areas\":[],\"agents\":[],\"experiments\":[",
    "{\"id\":\"e%u\",\"world\":{\"agents\":2},\"x\":{\"vary\":\"weights\",\"from\":0,\"to\":1,"
    "\"points\":10000}},",
    900, "0]}",
    "experiments[100]: found more than 1000 experiments or 1000000 points in all their series, "
    "expected at most as many" },
  { "one huge name",
    "{\"format\":\"misalign-project\",\"version\":1,\"areas\":[],\"agents\":[],\"title\":\"",
    "%08u", 1000000, "\"}", "title: found 8000000 characters, expected at most 200" },
  { "a huge number",
    "{\"format\":\"misalign-project\",\"version\":1,\"areas\":[],\"agents\":[{\"id\":\"a\","
    "\"count\":0.",
    "%u", 1000000, "}]}",
    "agents[0].count: found 0.01234567891011121314151617181920212223, expected a whole number from "
    "0 "
    "to 1000000000000" },
  { "too many agents in all",
    "{\"format\":\"misalign-project\",\"version\":1,\"areas\":[],\"agents\":[",
    "{\"id\":\"a%u\",\"count\":1000000000000},", 10000, "{\"id\":\"z\"}]}",
    "agents[9007]: found 9008000000000000 agents in all, expected at most 9007199254740991" },
  { "half a million members",
    "{\"format\":\"misalign-project\",\"version\":1,\"areas\":[],\"agents\":[{\"id\":\"a\","
    "\"positions\":{",
    "\"a%u\":{\"goal\":null},", 500000, "\"z\":0}}]}",
    "agents[0].positions.a100000: found more than 100000 members in an object, expected at most as "
    "many" },
};

static GString *
hostile_text (const Hostile *attack)
{
  GString *text = g_string_new (attack->before);
  g_auto (GStrv) parts = g_strsplit (attack->item, "%", 2);
  const char *tail = parts[1] + strcspn (parts[1], "u") + 1;
  gboolean padded = parts[1][0] == '0';

  for (guint i = 0; i < attack->n; i++)
    g_string_append_printf (text, padded ? "%s%08u%s" : "%s%u%s", parts[0], i, tail);
  g_string_append (text, attack->after);
  return text;
}

static glong
peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss; /* KiB */
}

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (GString) text = hostile_text (&hostile[i]);
      g_autoptr (MisFault) fault = NULL;
      g_autofree char *found = NULL;
      double mebibytes = (double) text->len / (1024.0 * 1024.0);
      glong memory = peak_memory ();

      g_test_timer_start ();
      g_assert_null (mis_project_read (text->str, text->len, &fault));
      g_test_message ("%s: %.1f MiB, %.3f s, %ld KiB more", hostile[i].name, mebibytes,
                      g_test_timer_elapsed (), peak_memory () - memory);
      found = g_strdup_printf ("%s: %s", fault->place, fault->message);
      g_assert_cmpstr (found, ==, hostile[i].fault);
    }
}

/* A billion agents in one row are one row. */
static void
test_billion_agents (void)
{
  g_autoptr (MisWorld) world
    = read_text ("{\"format\":\"misalign-project\",\"version\":1,\"areas\":[],\"agents\":[{\"id\":"
                 "\"a\",\"name\":\"<b>&lt;%s</b>\",\"count\":1000000000}]}");

  g_assert_cmpuint (mis_world_get_population (world), ==, 1000000000);
  g_assert_cmpuint (mis_world_get_n_agents (world), ==, 1);
  g_assert_cmpstr (mis_world_get_agent (world, 0)->name, ==, "<b>&lt;%s</b>");
}

/* A project at a limit can be opened, and is itself again: all pairs of 2,000 goals in one area. */
static void
test_largest_area (void)
{
  g_autoptr (GString) text =
    g_string_new ("{\"format\":\"misalign-project\",\"version\":1,\"agents\":[],\"areas\":[{\"id\":"
                  "\"a\",\"goals\":[");
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MisWorld) again = NULL;
  glong memory;
  guint n;

  for (guint i = 0; i < MIS_MAX_GOALS; i++)
    g_string_append_printf (text, "%s{\"id\":\"g%u\"}", i > 0 ? "," : "", i);
  g_string_append (text, "],\"conflict\":{\"pairs\":[");
  for (guint i = 0; i < MIS_MAX_GOALS; i++)
    for (guint j = 0; j < i; j++)
      g_string_append_printf (text, "%s{\"goals\":[\"g%u\",\"g%u\"],\"value\":0.5}",
                              i > 1 ? ",\n" : "", i, j);
  g_string_append (text, "]}}]}");
  memory = peak_memory ();
  g_test_timer_start ();
  world = read_text (text->str);
  g_test_message ("2,000 goals, all pairs: %.1f MiB read in %.2f s, %ld KiB more",
                  (double) text->len / (1024.0 * 1024.0), g_test_timer_elapsed (),
                  peak_memory () - memory);
  mis_area_get_conflicts (mis_world_get_area (world, 0), &n);
  g_assert_cmpuint (n, ==, 1999000);
  bytes = mis_project_write (world);
  memory = peak_memory ();
  g_test_timer_start ();
  again = read_text (g_bytes_get_data (bytes, NULL));
  g_test_message ("its canonical form: %.1f MiB read in %.2f s, %ld KiB more",
                  (double) g_bytes_get_size (bytes) / (1024.0 * 1024.0), g_test_timer_elapsed (),
                  peak_memory () - memory);
}

/* A word that is all of the file ends with the file, whatever stands behind it in memory. */
static void
test_bare_word (void)
{
  g_autoptr (MisFault) fault = NULL;

  g_assert_null (mis_project_read ("12345", 2, &fault));
  g_assert_cmpint (fault->code, ==, MIS_FILE_ERROR_PROJECT);
  g_assert_cmpstr (fault->message, ==, "found 12, expected an object, in braces");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project-reader/names", test_names);
  g_test_add_func ("/project-reader/texts-with-a-name", test_texts_with_a_name);
  g_test_add_func ("/project-reader/base", test_base);
  g_test_add_func ("/project-reader/smallest", test_smallest);
  g_test_add_func ("/project-reader/cases", test_cases);
  g_test_add_func ("/project-reader/bytes", test_bytes);
  g_test_add_func ("/project-reader/damage", test_damage);
  g_test_add_func ("/project-reader/hostile", test_hostile);
  g_test_add_func ("/project-reader/billion-agents", test_billion_agents);
  g_test_add_func ("/project-reader/largest-area", test_largest_area);
  g_test_add_func ("/project-reader/bare-word", test_bare_word);
  return g_test_run ();
}
