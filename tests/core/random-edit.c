#include "random-edit.h"

#include "core/edit-areas.h"
#include "core/edit-goals.h"
#include "core/edit-rows.h"
#include "core/edit.h"
#include "random-scenario.h"
#include "random-texts.h"
#include "sample.h"

#include <string.h>

typedef MisWorld *(*Edit) (GRand *rand, MisWorld *world, guint n_rows, GError **error);

static guint
random_row (GRand *rand, const MisWorld *world)
{
  return mis_random_up_to (rand, mis_world_get_n_agents (world) - 1);
}

static guint
random_area (GRand *rand, const MisWorld *world)
{
  return mis_random_up_to (rand, mis_world_get_n_areas (world) - 1);
}

static guint64
random_count (GRand *rand)
{
  switch (mis_random_up_to (rand, 4))
    {
    case 0:
      return 0;
    case 1:
      return 1;
    case 2:
      return mis_random_up_to (rand, 1000000);
    case 3:
      return 100000000000 + mis_random_up_to (rand, 1000000);
    default:
      return mis_random_up_to (rand, 5);
    }
}

static MisPosition
random_position (GRand *rand, const MisArea *area)
{
  int goal = (int) mis_random_up_to (rand, mis_area_get_n_goals (area) + 1) - 2;
  MisPosition position = { .goal = goal };

  if (goal == MIS_UNKNOWN)
    return position;
  position.weight = mis_random_one_in (rand, 3) ? g_rand_double (rand)
                                                : mis_random_probability (rand);
  mis_random_range (rand, position.weight, &position.low, &position.high);
  return position;
}

/* An id that no row, or no area, of the world has. */
static char *
new_id (GRand *rand, const MisWorld *world, const char *stem)
{
  char *id = NULL;

  do
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", stem, g_rand_int (rand));
    }
  while (mis_world_find_agent (world, id) >= 0 || mis_world_find_area (world, id) >= 0);
  return id;
}

static MisWorld *
edit_count (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  return mis_world_with_count (world, random_row (rand, world), random_count (rand), error);
}

static MisWorld *
edit_counts (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  guint n = mis_world_get_n_agents (world);
  g_autofree guint64 *counts = g_new (guint64, n);
  guint one_in = mis_random_one_in (rand, 2) ? 1 : n;

  for (guint i = 0; i < n; i++)
    counts[i] = mis_random_one_in (rand, one_in) ? random_count (rand)
                                                 : mis_world_get_agent (world, i)->count;
  return mis_world_with_counts (world, counts, error);
}

static MisWorld *
edit_weight (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  guint row = random_row (rand, world);
  guint area = random_area (rand, world);
  double weight =
    mis_random_one_in (rand, 3) ? g_rand_double (rand) : mis_random_probability (rand);

  if (mis_world_get_position (world, row, area).goal == MIS_UNKNOWN)
    return mis_world_ref (world);
  return mis_world_with_weight (world, row, area, weight, error);
}

static MisWorld *
edit_position (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  guint area = random_area (rand, world);
  MisPosition position = random_position (rand, mis_world_get_area (world, area));

  return mis_world_with_position (world, random_row (rand, world), area, &position, error);
}

static MisWorld *
edit_conflict (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  guint area = random_area (rand, world);
  guint n_goals = mis_area_get_n_goals (mis_world_get_area (world, area));
  int h = (int) mis_random_up_to (rand, n_goals) - 1;
  int g = MIS_NO_GOAL;

  if (h == MIS_NO_GOAL)
    return mis_world_ref (world);
  if (!mis_random_one_in (rand, 4))
    g = (int) mis_random_up_to (rand, (guint) h) - 1;
  return mis_world_with_conflict (world, area, g, h, mis_random_probability (rand), error);
}

static MisWorld *
edit_all_conflicts (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  return mis_world_with_uniform_conflict (world, random_area (rand, world),
                                          mis_random_probability (rand), error);
}

static MisWorld *
edit_area (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  guint index = random_area (rand, world);
  MisArea *area = mis_world_get_area (world, index);
  g_autoptr (MisArea) edited = mis_area_with_default_conflict (area, mis_random_probability (rand),
                                                               error);

  g_assert_nonnull (edited);
  return mis_world_with_area (world, index, edited, error);
}

static MisWorld *
edit_agent (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  guint row = random_row (rand, world);
  g_autoptr (MisAgent) meta = NULL;

  meta = mis_agent_new (mis_world_get_agent (world, row)->id, mis_random_name (rand),
                        MIS_KIND_OTHER, mis_random_name (rand), random_count (rand), "", error);
  g_assert_nonnull (meta);
  return mis_world_with_agent (world, row, meta, error);
}

static MisWorld *
add_agent (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  guint n_areas = mis_world_get_n_areas (world);
  guint n_agents = mis_world_get_n_agents (world);
  g_autofree char *id = new_id (rand, world, "row");
  g_autoptr (MisAgent) agent = NULL;
  guint areas[8];
  MisPosition positions[8];

  if (n_agents >= 2 * n_rows)
    return mis_world_ref (world);
  agent = mis_agent_new (id, id, MIS_KIND_AI, "", random_count (rand), "", error);
  for (guint p = 0; p < n_areas; p++)
    {
      areas[p] = p;
      positions[p] = random_position (rand, mis_world_get_area (world, p));
    }
  return mis_world_with_agent_added (world, mis_random_up_to (rand, n_agents), agent, areas,
                                     positions, n_areas, error);
}

static MisWorld *
remove_agent (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  if (mis_world_get_n_agents (world) <= n_rows / 2)
    return mis_world_ref (world);
  return mis_world_with_agent_removed (world, random_row (rand, world), error);
}

static MisWorld *
add_area (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  guint n_areas = mis_world_get_n_areas (world);
  g_autofree char *id = new_id (rand, world, "area");
  g_autoptr (MisArea) area = mis_sample_area_with_null (id, mis_random_up_to (rand, 5),
                                                        mis_random_probability (rand),
                                                        mis_random_one_in (rand, 2) ? 0 : 0.5);

  if (n_areas >= 5)
    return mis_world_ref (world);
  return mis_world_with_area_added (world, mis_random_up_to (rand, n_areas), area, error);
}

static MisWorld *
remove_area (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  if (mis_world_get_n_areas (world) <= 3)
    return mis_world_ref (world);
  return mis_world_with_area_removed (world, random_area (rand, world), error);
}

static MisWorld *
edit_scoring (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  MisScoring scoring = *mis_world_get_scoring (world);
  guint option = mis_random_up_to (rand, MIS_N_OPTIONS - 1);
  guint n_choices = 0;

  while (mis_options[option].choices[n_choices].nick != NULL)
    n_choices++;
  mis_scoring_set (&scoring, option, mis_random_up_to (rand, n_choices - 1));
  return mis_world_with_scoring (world, &scoring);
}

static MisWorld *
edit_texts (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  if (mis_random_one_in (rand, 2))
    return mis_world_with_title (world, mis_random_name (rand), error);
  return mis_world_with_description (world, mis_random_text (rand), error);
}

/* A scenario may remove areas: not more than leave one. */
static MisWorld *
apply_scenario (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  g_autoptr (MisScenario) scenario = mis_random_scenario (rand, world, 0);
  MisWorld *applied = mis_world_with_scenario_applied (world, scenario, error);

  if (applied != NULL && mis_world_get_n_areas (applied) < 2)
    {
      mis_world_unref (applied);
      applied = mis_world_ref (world);
    }
  return applied;
}

/* Edits of structure */

static MisWorld *
edit_goals (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  guint area = random_area (rand, world);
  guint n = mis_area_get_n_goals (mis_world_get_area (world, area));
  guint goal = mis_random_up_to (rand, MAX (n, 1) - 1);
  guint other = mis_random_up_to (rand, MAX (n, 1) - 1);
  guint dice = n == 0 ? 0 : n > 6 ? 3 : mis_random_up_to (rand, 5);

  if (dice == 0)
    return mis_world_with_goal_added (world, area, mis_random_up_to (rand, n),
                                      mis_random_name (rand), "", error);
  if (dice == 1)
    return mis_world_with_goal_split (world, area, goal, mis_random_name (rand),
                                      mis_random_probability (rand), error);
  if (dice == 2)
    return mis_world_with_goal_moved (world, area, goal, other);
  if (dice == 3 || goal == other)
    return mis_world_with_goal_removed (world, area, goal,
                                        (int) mis_random_up_to (rand, 1) - 2);
  if (dice == 4)
    return mis_world_with_goal_removed (world, area, goal, (int) other);
  return mis_world_with_goal_merged (world, area, goal, other);
}

static MisWorld *
edit_areas (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  guint area = random_area (rand, world);

  if (mis_world_get_n_areas (world) < 5 && mis_random_one_in (rand, 3))
    return mis_world_with_area_copied (world, area, NULL, error);
  return mis_world_with_area_moved (world, area, random_area (rand, world));
}

static MisWorld *
edit_rows (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  guint n = mis_world_get_n_agents (world);
  guint first = random_row (rand, world);
  guint n_set = 1 + mis_random_up_to (rand, MIN (n - first - 1, 9));
  guint rows[10];

  for (guint i = 0; i < n_set; i++)
    rows[i] = first + i;
  switch (mis_random_up_to (rand, 6))
    {
    case 0:
      return n - n_set < n_rows / 2 ? mis_world_ref (world)
                                    : mis_world_with_rows_removed (world, rows, n_set);
    case 1:
      return n + n_set > 2 * n_rows ? mis_world_ref (world)
                                    : mis_world_with_rows_copied (world, rows, n_set, error);
    case 2:
      return mis_world_with_rows_goal (world, rows, n_set, random_area (rand, world), MIS_NO_GOAL,
                                       error);
    case 3:
      return mis_world_with_rows_weight (world, rows, n_set, random_area (rand, world),
                                         mis_random_probability (rand), error);
    case 4:
      return mis_world_with_rows_count (world, rows, n_set, random_count (rand), error);
    default:
      return mis_world_with_rows_moved (world, rows, n_set, mis_random_up_to (rand, n - n_set));
    }
}

/* Few are large enough to go, and few small enough to become rows. */
static MisWorld *
edit_groups (GRand *rand, MisWorld *world, guint n_rows, GError **error)
{
  guint n = mis_world_get_n_agents (world);
  guint row = random_row (rand, world);
  guint rows[] = { row, random_row (rand, world), random_row (rand, world) };

  if (n > n_rows / 2 + 3 && mis_random_one_in (rand, 2))
    return mis_world_with_groups (world, rows, 3, NULL, error);
  if (n + mis_world_get_agent (world, row)->count > 2 * n_rows)
    return mis_world_ref (world);
  return mis_world_with_group_expanded (world, row, error);
}

static const struct
{
  Edit edit;
  guint share; /* of 100 */
} edits[] = {
  { edit_count, 14 }, { edit_weight, 14 }, { edit_position, 17 }, { edit_conflict, 10 },
  { edit_goals, 3 },  { edit_areas, 2 },   { edit_rows, 3 },      { edit_groups, 2 },
  { add_agent, 5 },   { remove_agent, 5 }, { edit_scoring, 8 },   { edit_agent, 5 },
  { edit_counts, 2 }, { edit_area, 2 },    { add_area, 2 },       { remove_area, 1 },
  { edit_texts, 2 },  { edit_all_conflicts, 2 }, { apply_scenario, 1 },
};

MisWorld *
mis_random_edit (GRand *rand, MisWorld *world, guint n_rows)
{
  guint dice = mis_random_up_to (rand, 99);
  guint i = 0;
  g_autoptr (GError) error = NULL;
  MisWorld *edited;

  for (; dice >= edits[i].share; i++)
    dice -= edits[i].share;
  edited = edits[i].edit (rand, world, n_rows, &error);
  g_assert_no_error (error);
  g_assert_nonnull (edited);
  return edited;
}

/* Digest */

static void
mix (guint64 *digest, guint64 value)
{
  *digest = (*digest ^ value) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  *digest ^= *digest >> 29;
}

static void
mix_double (guint64 *digest, double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  mix (digest, bits);
}

static void
mix_text (guint64 *digest, const char *text)
{
  mix (digest, g_str_hash (text));
  mix (digest, strlen (text));
}

static void
mix_note (guint64 *digest, const MisNote *note)
{
  mix (digest, note != NULL);
  if (note == NULL)
    return;
  mix_text (digest, note->note);
  mix_text (digest, note->source);
}

static void
mix_area (guint64 *digest, const MisArea *area)
{
  guint n = 0;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n);

  mix_text (digest, mis_area_get_id (area));
  mix_text (digest, mis_area_get_name (area));
  mix_text (digest, mis_area_get_description (area));
  mix_double (digest, mis_area_get_default_conflict (area));
  mix (digest, mis_area_get_n_goals (area));
  for (guint g = 0; g < mis_area_get_n_goals (area); g++)
    mix_text (digest, mis_area_get_goal (area, g)->id);
  mix (digest, n);
  for (guint i = 0; i < n; i++)
    {
      mix (digest, (guint64) conflicts[i].g);
      mix (digest, (guint64) conflicts[i].h);
      mix_double (digest, conflicts[i].value);
      mix_double (digest, conflicts[i].low);
      mix_double (digest, conflicts[i].high);
      mix_note (digest, conflicts[i].note);
    }
}

static void
mix_row (guint64 *digest, const MisWorld *world, guint row)
{
  const MisAgent *agent = mis_world_get_agent (world, row);

  mix_text (digest, agent->id);
  mix_text (digest, agent->name);
  mix_text (digest, agent->principal);
  mix_text (digest, agent->note);
  mix (digest, agent->kind);
  mix (digest, agent->count);
  for (guint p = 0; p < mis_world_get_n_areas (world); p++)
    {
      MisPosition position = mis_world_get_position (world, row, p);

      mix (digest, (guint64) position.goal);
      mix_double (digest, position.weight);
      mix_double (digest, position.low);
      mix_double (digest, position.high);
      mix_note (digest, position.note);
    }
}

guint64
mis_digest_world (const MisWorld *world)
{
  guint64 digest = 1;

  mix_text (&digest, mis_world_get_title (world));
  mix_text (&digest, mis_world_get_description (world));
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    mix (&digest, mis_scoring_get (mis_world_get_scoring (world), i));
  mix (&digest, mis_world_get_population (world));
  mix (&digest, mis_world_get_n_areas (world));
  for (guint p = 0; p < mis_world_get_n_areas (world); p++)
    mix_area (&digest, mis_world_get_area (world, p));
  mix (&digest, mis_world_get_n_agents (world));
  for (guint row = 0; row < mis_world_get_n_agents (world); row++)
    mix_row (&digest, world, row);
  mix (&digest, mis_world_get_n_scenarios (world));
  for (guint i = 0; i < mis_world_get_n_scenarios (world); i++)
    mix_text (&digest, mis_world_get_scenario (world, i)->id);
  return digest;
}
