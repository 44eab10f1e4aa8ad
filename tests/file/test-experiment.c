/* Experiment files: the bundled ones, round trips, and everything that is refused, with
 * its place. */
#include <string.h>

#include <glib.h>

#include "core/edit.h"
#include "core/error.h"
#include "file/bundled-experiment.h"
#include "file/example.h"
#include "file/experiment-reader.h"
#include "file/experiment-writer.h"
#include "file/project-reader.h"
#include "file/project-writer.h"

#define HEAD "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', "
#define X "'x': { 'vary': 'agents', 'values': [2, 3] }"
#define WORLD "'world': { 'agents': 10 }"

static MisExperiment *
read_quoted (const char *json, MisFault **fault)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');

  return mis_experiment_read (text, strlen (text), fault);
}

/* Each is the canonical form of itself, and says what it shows. */
static void
test_bundled (void)
{
  for (guint i = 0; mis_bundled_experiment_names[i] != NULL; i++)
    {
      const char *name = mis_bundled_experiment_names[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (MisExperiment) experiment = mis_bundled_experiment_load (name, &error);
      g_autofree char *file = g_strconcat (name, ".json", NULL);
      g_autofree char *path
        = g_build_filename (g_getenv ("MISALIGN_DATA"), "experiments", file, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GBytes) written = NULL;
      g_autoptr (GBytes) expected = NULL;
      gsize length;

      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      written = mis_experiment_write (experiment);
      expected = g_bytes_new_static (text, length);
      if (!g_bytes_equal (written, expected))
        g_error ("%s is not canonical, expected:\n%.*s", file, (int) g_bytes_get_size (written),
                 (const char *) g_bytes_get_data (written, NULL));
      g_assert_cmpuint (strlen (experiment->description), >, 100);
      g_assert_true (g_str_has_suffix (name, experiment->id));
    }
  g_assert_null (mis_bundled_experiment_load ("figure-6", NULL));
}

static void
test_defaults (void)
{
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisExperiment) experiment = read_quoted (HEAD WORLD ", " X " }", &fault);

  g_assert_null (fault);
  g_assert_cmpstr (experiment->title, ==, "x");
  g_assert_cmpstr (experiment->note, ==, "");
  g_assert_cmpuint (experiment->runs, ==, 1);
  g_assert_cmpuint (experiment->seed, ==, 0);
  g_assert_cmpint (experiment->band, ==, MIS_BAND_MIN_MAX);
  g_assert_cmpuint (experiment->scoring_mask, ==, 0);
  g_assert_cmpuint (mis_experiment_get_n_series (experiment), ==, 1);
  g_assert_cmpuint (mis_recipe_get_n_areas (&experiment->recipe), ==, 1);
  g_assert_cmpuint (mis_recipe_get_n_goals (&experiment->recipe, 0), ==, 2);
}

/* What is written reads back to the same bytes, with every member there is. */
static void
test_round_trip (void)
{
  static const char *const cases[] = {
    HEAD "'world': 'project', 'x': { 'vary': 'share:a', 'from': 0, 'to': 1, 'points': 3 } }",
    HEAD "'world': 'project', 'x': { 'vary': 'weight:a:b', 'values': [0.5], 'label': 'L' },"
         "'series': [ { 'vary': 'conflict:b:g:h', 'values': [1, 0] },"
         "  { 'vary': 'scenario', 'values': [null, 's'], 'names': ['none', 'some'] } ] }",
    HEAD "'world': 'project', 'ranges': 'triangular', 'runs': 100 }",
    HEAD "'world': { 'example': 'carla' }, 'ranges': 'uniform', 'x': { 'vary': 'share:vehicles',"
         "'values': [0.5] }, 'band': '5-95' }",
    HEAD "'title': 'T', 'description': 'D', 'note': 'N', 'runs': 7, 'seed': 9007199254740991,"
         "'band': '5-95', 'scoring': { 'pairs': 'replacement', 'weights': 'sum-to-one' },"
         "'world': { 'agents': 5, 'areas': 2, 'goals': [3, 4], 'no_goal': true,"
         "  'conflict': [0.5, { 'range': [0.1, 0.2] }],"
         "  'weights': { 'range': [0, 1], 'per': 'group' }, 'assign': 'halving',"
         "  'focus': { 'area': 2, 'goal': 4, 'weight': 0.1, 'share': 0.2, 'rest': 'halving' } },"
         "'x': { 'vary': 'focus.weight', 'values': [0, 0.5, 1] },"
         "'series': [ { 'vary': 'weights.low', 'values': [0, 0.5] },"
         "  { 'vary': 'conflict.high', 'values': [0.6] },"
         "  { 'vary': 'assign', 'values': ['even', { 'dirichlet': 0.5 }, { 'shares':"
         "    [0.1, 0.2, 0.3, 0.4, 0] }] }, { 'vary': 'goals', 'values': [4], 'names': ['k'] } ] }",
    HEAD "'world': { 'goals': 3 }, 'x': { 'vary': 'agents', 'from': 2, 'to': 1000, 'points': 5,"
         "'scale': 'log' }, 'series': [ { 'vary': 'weights', 'values': [1, { 'range': [0, 1] }] },"
         "{ 'vary': 'scoring.area_mean', 'values': ['minimum'] } ] }",
    HEAD "'world': { 'agents': 5, 'weights': { 'range': [1, 1], 'per': 'group' } },"
         "'x': { 'vary': 'weights.low', 'values': [0, 0.5, 1] } }",
    HEAD "'world': { 'agents': 5, 'weights': { 'range': [0.5, 0.5], 'per': 'group' } },"
         "'x': { 'vary': 'weights.high', 'values': [0.5, 1] } }",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MisFault) fault = NULL;
      g_autoptr (MisExperiment) first = read_quoted (cases[i], &fault);
      g_autoptr (MisExperiment) second = NULL;
      g_autoptr (GBytes) once = NULL;
      g_autoptr (GBytes) twice = NULL;
      gsize length;
      const char *text;

      if (fault != NULL)
        g_error ("%u: %s: %s", i, fault->place, fault->message);
      once = mis_experiment_write (first);
      text = g_bytes_get_data (once, &length);
      second = mis_experiment_read (text, length, &fault);
      g_assert_null (fault);
      twice = mis_experiment_write (second);
      g_assert_true (g_bytes_equal (once, twice));
      g_assert_cmpint (second->recipe.per, ==, first->recipe.per);
    }
}

/* What is left out is left out again, and what is the default too. */
static void
test_ranges (void)
{
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisExperiment) drawn
    = read_quoted (HEAD "'world': 'project', 'ranges': 'triangular' }", &fault);
  g_autoptr (MisExperiment) as_set = read_quoted (
    HEAD "'world': 'project', 'ranges': 'as-set', 'x': { 'vary': 'share:a', 'values': [1] } }",
    &fault);
  g_autoptr (GBytes) drawn_bytes = mis_experiment_write (drawn);
  g_autoptr (GBytes) as_set_bytes = mis_experiment_write (as_set);
  g_autofree char *label = mis_experiment_get_x_label (drawn);

  g_assert_cmpint (drawn->ranges, ==, MIS_RANGES_TRIANGULAR);
  g_assert_true (mis_experiment_is_distribution (drawn));
  g_assert_cmpuint (mis_experiment_get_n_points (drawn), ==, 1);
  g_assert_cmpuint (mis_experiment_get_n_variations (drawn), ==, 0);
  g_assert_cmpstr (label, ==, "Population Misalignment");
  g_assert_nonnull (strstr (g_bytes_get_data (drawn_bytes, NULL),
                            "\"world\": \"project\",\n  \"ranges\": \"triangular\",\n  \"runs\""));
  g_assert_cmpint (as_set->ranges, ==, MIS_RANGES_AS_SET);
  g_assert_false (mis_experiment_is_distribution (as_set));
  g_assert_null (strstr (g_bytes_get_data (as_set_bytes, NULL), "ranges"));
}

/* Kept in a project, saved, opened again. */
static void
test_in_project (void)
{
  g_autoptr (MisWorld) carla = mis_example_load ("carla", NULL);
  g_autoptr (MisExperiment) own = mis_bundled_experiment_load ("figure-8", NULL);
  g_autoptr (MisExperiment) other = mis_bundled_experiment_load ("figure-3", NULL);
  g_autoptr (MisWorld) one = mis_world_with_experiment (carla, own, NULL);
  g_autoptr (MisWorld) two = mis_world_with_experiment (one, other, NULL);
  g_autoptr (MisWorld) same = mis_world_with_experiment (two, own, NULL);
  g_autoptr (MisWorld) less = mis_world_with_experiment_removed (two, 0, NULL);
  g_autoptr (GBytes) bytes = mis_project_write (two);
  g_autoptr (MisWorld) again = mis_project_read_bytes (bytes, "two", NULL);
  g_autoptr (GBytes) rewritten = mis_project_write (again);

  g_assert_true (same == two);
  g_assert_false (mis_world_equal (one, two));
  g_assert_cmpuint (mis_world_get_n_experiments (two), ==, 2);
  g_assert_cmpint (mis_world_find_experiment (two, "3"), ==, 1);
  g_assert_cmpstr (mis_world_get_experiment (less, 0)->id, ==, "3");
  g_assert_cmpuint (mis_world_get_n_experiments (carla), ==, 0);
  g_assert_true (g_bytes_equal (bytes, rewritten));
  g_assert_cmpuint (mis_world_get_unshared_size (two, one), >, 0);
}

static void
test_twice_in_project (void)
{
  const char *json = "{ 'format': 'misalign-project', 'version': 1, 'areas': [], 'agents': [],"
                     "'experiments': [ { 'id': 'a', 'world': { 'agents': 9 }, " X " },"
                     "{ 'id': 'a', 'world': { 'agents': 9 }, " X " } ] }";
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (MisFault) fault = NULL;

  g_assert_null (mis_project_read (text, strlen (text), &fault));
  g_assert_cmpstr (fault->place, ==, "experiments[1]");
  g_assert_nonnull (strstr (fault->message, "a second time"));
}

/* Each is refused before anything is run. */
static void
test_refused (void)
{
  static const struct
  {
    const char *json;
    const char *place;
    const char *message;
  } cases[] = {
    { "[]", "", "found a list, expected an object" },
    { "{ 'format': 'misalign-project', 'version': 1 }", "format",
      "found \"misalign-project\", expected \"misalign-experiment\"" },
    { "{ 'version': 1 }", "", "no experiment" },
    { "{ 'format': 'misalign-experiment', 'version': 2 }", "version", "a newer Misalign" },
    { HEAD WORLD " }", "", "found no member \"x\"" },
    { HEAD X " }", "", "found no member \"world\"" },
    { HEAD WORLD ", " X ", 'runs': 0 }", "runs",
      "found 0, expected a whole number from 1 to 1000000" },
    { HEAD WORLD ", " X ", 'runs': 1.5 }", "runs", "found 1.5" },
    { HEAD WORLD ", " X ", 'seed': -1 }", "seed", "found -1" },
    { HEAD WORLD ", " X ", 'band': 'all' }", "band", "expected min-max, 5-95, se or sd" },
    { HEAD WORLD ", " X ", 'sedd': 1 }", "sedd", "found the member \"sedd\"" },
    { HEAD WORLD ", " X ", 'scoring': { 'pairs': 'all' } }", "scoring.pairs", "found \"all\"" },
    { HEAD "'world': { 'agents': 10, 'weights': { 'range': [0.8, 0.2] } }, " X " }",
      "world.weights.range", "found the range from 0.8 to 0.2, expected the lower end first" },
    { HEAD "'world': { 'agents': 10, 'weights': { 'range': [0.8] } }, " X " }",
      "world.weights.range", "found a list of 1" },
    { HEAD "'world': { 'agents': 10, 'conflict': 1.1 }, " X " }", "world.conflict", "found 1.1" },
    { HEAD "'world': { 'agents': 10, 'goals': 2001 }, " X " }", "world.goals",
      "found 2001, expected a whole number from 1 to 2000" },
    { HEAD "'world': { 'agents': 10, 'areas': 2, 'goals': [2, 2001] }, " X " }", "world.goals[1]",
      "found 2001" },
    { HEAD "'world': { 'agents': 10, 'areas': 3, 'goals': [2, 3] }, " X " }", "world",
      "found a list of 2 numbers of goals, expected one number, or one for each of 3 areas" },
    { HEAD "'world': { 'agents': 10, 'goals': 2000, 'areas': 2 }, " X " }", "world",
      "pairs of goals" },
    { HEAD "'world': { 'agents': 10, 'focus': { 'share': 1.01 } }, " X " }", "world.focus.share",
      "found 1.01, expected a number from 0 to 1" },
    { HEAD "'world': { 'agents': 10, 'focus': { 'goal': 3 } }, " X " }", "world",
      "found a focus on goal 3, expected one of 2 goals" },
    { HEAD "'world': { 'agents': 10, 'focus': { 'area': 2 } }, " X " }", "world",
      "found a focus on area 2, expected one of 1 areas" },
    { HEAD "'world': { 'agents': 10, 'assign': { 'shares': [0, 0] } }, " X " }",
      "world.assign.shares", "all 0" },
    { HEAD "'world': { 'agents': 10, 'assign': { 'shares': [0.5, 1.5] } }, " X " }",
      "world.assign.shares[1]", "found 1.5" },
    { HEAD "'world': { 'agents': 10, 'assign': { 'shares': [1, 1, 1] } }, " X " }", "world",
      "found 3 shares, expected 2" },
    { HEAD "'world': { 'agents': 10, 'assign': 'shares' }, " X " }", "world.assign",
      "found a word" },
    { HEAD "'world': { 'agents': 10, 'assign': 'evenly' }, " X " }", "world.assign",
      "found \"evenly\", expected random, round-robin" },
    { HEAD "'world': { 'agents': 10, 'assign': { 'dirichlet': 0 } }, " X " }",
      "world.assign.dirichlet", "found 0" },
    { HEAD "'world': { 'agents': 10, 'no_goal': 1 }, " X " }", "world.no_goal", "true or false" },
    { HEAD "'world': { 'example': 'cars' }, " X " }", "world.example", "found \"cars\"" },
    { HEAD "'world': { 'example': 'carla', 'agents': 3 }, " X " }", "world", "found \"agents\"" },
    { HEAD "'world': 'projekt', " X " }", "world", "found \"projekt\"" },
    { HEAD "'world': 'project', 'x': { 'vary': 'goals', 'values': [2, 3] } }", "x",
      "expected a quantity of a project" },
    { HEAD "'world': 'project', 'x': { 'vary': 'conflict', 'values': [{ 'range': [0, 1] }] } }",
      "x", "expected numbers" },
    { HEAD WORLD ", 'x': { 'vary': 'share:a', 'values': [1] } }", "x",
      "expected a quantity of a recipe" },
    { HEAD WORLD ", 'x': { 'vary': 'agent', 'values': [1] } }", "x.vary",
      "found the quantity \"agent\", expected agents" },
    { HEAD WORLD ", 'x': { 'vary': 'scoring.mean', 'values': [1] } }", "x.vary",
      "found the quantity" },
    { HEAD WORLD ", 'x': { 'vary': 'agents', 'values': [] } }", "x.values", "found 0 values" },
    { HEAD WORLD ", " X ", 'ranges': 'uniform' }", "ranges",
      "found \"uniform\" with a recipe, expected it with a project or example" },
    { HEAD WORLD ", 'ranges': 'triangular' }", "ranges", "found \"triangular\" with a recipe" },
    { HEAD "'world': 'project', 'ranges': 'normal' }", "ranges",
      "found \"normal\", expected as-set, uniform or triangular" },
    { HEAD "'world': 'project', 'ranges': true }", "ranges", "found true" },
    { HEAD "'world': 'project', 'ranges': 'as-set' }", "",
      "found no \"x\", expected one, or \"ranges\" that are drawn from" },
    { HEAD "'world': 'project' }", "", "found no member \"x\"" },
    { HEAD "'world': 'project', 'ranges': 'uniform', 'runs': 0 }", "runs",
      "found 0, expected a whole number from 1" },
    { HEAD "'world': 'project', 'ranges': 'uniform', 'runs': 1000000, 'series': [ {"
           " 'vary': 'weight:a:b', 'from': 0, 'to': 1, 'points': 21 } ] }",
      "runs", "found 21000000 worlds to run, expected at most" },
    { HEAD WORLD ", 'x': { 'vary': 'agents', 'values': [0] } }", "x.values[0]", "found 0" },
    { HEAD WORLD ", 'x': { 'vary': 'agents', 'values': [5000000000] } }", "world",
      "found 5000000000 agents, expected 1 to 4294967295" },
    { HEAD WORLD ", 'x': { 'vary': 'agents', 'values': [2, 5000000000] } }", "x",
      "found 5000000000 agents" },
    { HEAD WORLD ", 'x': { 'vary': 'agents', 'from': 9, 'to': 3, 'points': 2 } }", "x.to",
      "found an end below" },
    { HEAD WORLD ", 'x': { 'vary': 'agents', 'from': 9, 'to': 30 } }", "x",
      "found no member \"points\"" },
    { HEAD WORLD ", 'x': { 'vary': 'agents', 'values': [1], 'from': 9 } }", "x",
      "expected either" },
    { HEAD WORLD ", 'x': { 'vary': 'weights.low', 'from': 0, 'to': 1, 'points': 3,"
                 " 'scale': 'log' } }",
      "x.from", "above 0 on a logarithmic scale" },
    { HEAD WORLD ", 'x': { 'vary': 'assign', 'values': ['even'] } }", "x", "is no number" },
    { HEAD WORLD ", 'x': { 'vary': 'assign', 'from': 0, 'to': 1, 'points': 3 } }", "x",
      "found no \"values\"" },
    { HEAD WORLD ", 'x': { 'vary': 'conflict', 'values': [[1, 1]] } }", "x",
      "found a range or list, expected numbers" },
    { HEAD WORLD ", 'x': { 'vary': 'focus.weight', 'values': [1] } }", "x",
      "expected a world with" },
    { HEAD WORLD ", 'x': { 'vary': 'weights.high', 'values': [0.5] } }", "world",
      "lower end above its higher" },
    { HEAD WORLD ", " X ", 'series': [ { 'vary': 'goals', 'values': [2], 'names': [] } ] }",
      "series[0]", "found 0 names, expected 1" },
    { HEAD WORLD ", " X ", 'series': [ { 'vary': 'goals', 'values': [2], 'label': 'g' } ] }",
      "series[0].label", "expected one for x only" },
    { HEAD WORLD ", " X ", 'series': [ { 'vary': 'agents', 'values': [2] } ] }", "series[0]",
      "found \"agents\" twice" },
    { HEAD WORLD ", 'x': { 'vary': 'goals', 'from': 1, 'to': 2000, 'points': 2000 },"
                 " 'series': [ { 'vary': 'agents', 'from': 1, 'to': 900, 'points': 900 } ] }",
      "x", "found 1800000 points in all series, expected at most 200000" },
    { HEAD WORLD ", " X ", 'runs': 1000000, 'series': [ { 'vary': 'goals', 'from': 1, 'to': 20,"
                 " 'points': 20 } ] }",
      "runs", "found 40000000 worlds to run, expected at most" },
    { HEAD "'world': { 'agents': 9, 'areas': 2000, 'goals': 40 }, 'x': { 'vary': 'weights.low',"
           " 'from': 0, 'to': 1, 'points': 1000 } }",
      "x", "goals in all worlds together" },
    { HEAD "'world': { 'agents': 200000, 'weights': { 'range': [0, 1] } }, 'scoring':"
           " { 'weight_mean': 'harmonic' }, 'x': { 'vary': 'goals', 'values': [2] } }",
      "world", "found 200000 agents, expected 1 to 50000 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MisFault) fault = NULL;
      g_autoptr (MisExperiment) experiment = read_quoted (cases[i].json, &fault);

      g_test_message ("%s", cases[i].json);
      g_assert_null (experiment);
      g_assert_cmpstr (fault->place, ==, cases[i].place);
      if (strstr (fault->message, cases[i].message) == NULL)
        g_error ("%s: found \"%s\"", cases[i].json, fault->message);
    }
}

/* Runs, seed and agents in place of those of the file. */
static void
test_overrides (void)
{
  g_autoptr (MisExperiment) first = mis_bundled_experiment_load ("figure-1", NULL);
  g_autoptr (MisExperiment) eighth = mis_bundled_experiment_load ("figure-8", NULL);
  const guint runs = 3;
  const guint64 seed = 9, n_agents = 1000;
  g_autoptr (MisExperiment) other = mis_experiment_with (first, &runs, &seed, &n_agents, NULL);
  g_autoptr (MisExperiment) scaled = mis_experiment_with (eighth, NULL, NULL, &n_agents, NULL);
  g_autoptr (GError) error = NULL;
  const guint64 many = 5000000000;

  g_assert_cmpuint (other->runs, ==, 3);
  g_assert_cmpuint (other->seed, ==, 9);
  g_assert_cmpuint (mis_experiment_get_n_agents (other), ==, 1000);
  g_assert_cmpfloat (
    mis_variation_get_setting (&other->x, mis_experiment_get_n_points (other) - 1)->number, ==,
    1000);
  g_assert_cmpuint (mis_experiment_get_n_agents (first), ==, 100);
  g_assert_cmpuint (mis_experiment_get_n_points (first), ==, 17);
  g_assert_cmpuint (scaled->n_agents, ==, 1000);
  g_assert_null (mis_experiment_with (first, NULL, NULL, &many, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_assert_true (g_str_has_prefix (error->message, "x: found 5000000000 agents"));
}

/* Where every number of agents is listed there is no end that could be another one. */
static void
test_listed_agents (void)
{
  static const char *const cases[] = {
    HEAD WORLD ", " X " }",
    HEAD WORLD ", 'x': { 'vary': 'goals', 'values': [2] },"
           " 'series': [ { 'vary': 'agents', 'from': 2, 'to': 9, 'points': 3 } ] }",
  };
  const guint64 n_agents = 50;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MisFault) fault = NULL;
      g_autoptr (MisExperiment) experiment = read_quoted (cases[i], &fault);
      g_autoptr (GError) error = NULL;

      g_assert_null (mis_experiment_with (experiment, NULL, NULL, &n_agents, &error));
      g_assert_cmpstr (error->message, ==,
                       i == 0
                         ? "x: found numbers of agents, expected none, or x from one to another"
                         : "series[0]: found numbers of agents, expected none, or x from one to "
                           "another");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/experiment/bundled", test_bundled);
  g_test_add_func ("/experiment/defaults", test_defaults);
  g_test_add_func ("/experiment/round-trip", test_round_trip);
  g_test_add_func ("/experiment/ranges", test_ranges);
  g_test_add_func ("/experiment/in-project", test_in_project);
  g_test_add_func ("/experiment/twice-in-project", test_twice_in_project);
  g_test_add_func ("/experiment/refused", test_refused);
  g_test_add_func ("/experiment/overrides", test_overrides);
  g_test_add_func ("/experiment/listed-agents", test_listed_agents);
  return g_test_run ();
}
