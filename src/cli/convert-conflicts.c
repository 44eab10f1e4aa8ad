/* `convert --conflicts`: the conflicts of one area of a project as a square table, and back. */
#include "cli/convert.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "cli/input.h"
#include "cli/message.h"
#include "core/edit.h"
#include "core/number.h"
#include "core/score.h"
#include "file/conflict-table.h"
#include "file/table-contents.h"
#include "report/number-text.h"

#define MOST_PAIRS 5u

static int
find_area (const MisWorld *world, const char *text)
{
  int index = mis_world_find_area (world, text);

  for (guint i = 0; i < mis_world_get_n_areas (world) && index < 0; i++)
    if (g_ascii_strcasecmp (mis_area_get_name (mis_world_get_area (world, i)), text) == 0)
      index = (int) i;
  return index;
}

static char *
list_areas (const MisWorld *world)
{
  GString *list = g_string_new (mis_world_get_n_areas (world) == 0 ? _("none") : NULL);

  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    g_string_append_printf (list, i == 0 ? "%s" : ", %s",
                            mis_area_get_id (mis_world_get_area (world, i)));
  return g_string_free (list, FALSE);
}

/* (transfer full): "; did you mean “Jobs”?", or nothing. */
static char *
suggest_area (const MisWorld *world, const char *text)
{
  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    {
      const MisArea *area = mis_world_get_area (world, i);
      const char *name = mis_area_get_name (area), *id = mis_area_get_id (area);

      if (mis_names_resemble (text, name) || mis_label_resembles (text, name)
          || mis_names_resemble (text, id) || mis_label_resembles (text, id))
        return g_strdup_printf (_("; did you mean “%s”?"), name);
    }
  return g_strdup ("");
}

/* The area that --conflicts names; -1 if there is none, which was said. */
static int
choose_area (const MisWorld *world, const MisConversion *conversion, const char *path)
{
  int index = find_area (world, conversion->area);
  g_autofree char *name = mis_input_get_name (path);
  g_autofree char *expected = NULL;
  g_autofree char *advice = NULL;

  if (index >= 0)
    return index;
  expected = list_areas (world);
  advice = suggest_area (world, conversion->area);
  mis_message (_("%s: areas: found no “%s”, expected one of: %s%s"), name, conversion->area,
               expected, advice);
  return -1;
}

/* A range has no place in a cell. */
static void
say_what_is_lost (const MisArea *area, const char *name)
{
  guint n_conflicts, n_lost = 0;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n_conflicts);

  for (guint i = 0; i < n_conflicts; i++)
    n_lost += conflicts[i].low < conflicts[i].value || conflicts[i].high > conflicts[i].value
                  || conflicts[i].note != NULL
                ? 1
                : 0;
  if (n_lost > 0)
    mis_message (_("%s: remark: a table cannot hold everything: ranges and notes of %u conflicts "
                   "are left out; they stay where the table is read back with --into and the value "
                   "is the same"),
                 name, n_lost);
}

MisExit
mis_convert_project_to_conflicts (const MisConversion *conversion)
{
  g_autofree char *name = mis_input_get_name (conversion->in);
  g_autoptr (MisWorld) world = mis_convert_read_project (conversion->in);
  int index = world != NULL ? choose_area (world, conversion, conversion->in) : -1;
  g_autoptr (GBytes) bytes = NULL;

  if (index < 0)
    return MIS_EXIT_FAILED;
  bytes = mis_conflict_table_write (mis_world_get_area (world, (guint) index),
                                    conversion->style);
  if (!mis_convert_write_table (conversion, bytes))
    return MIS_EXIT_FAILED;
  say_what_is_lost (mis_world_get_area (world, (guint) index), name);
  return MIS_EXIT_DONE;
}

/* A label that is no goal of the area is a slip here: nobody would hold what it makes. */
static gboolean
check_labels (const MisArea *old, const MisArea *new, const char *name)
{
  guint first = mis_area_get_n_goals (old);
  GString *expected;
  const char *similar;

  if (mis_area_get_n_goals (new) == first)
    return TRUE;
  similar = mis_conflict_table_suggest (old, mis_area_get_goal (new, first)->name);
  expected = g_string_new (NULL);
  for (guint i = 0; i < first; i++)
    g_string_append_printf (expected, i == 0 ? "%s" : ", %s", mis_area_get_goal (old, i)->id);
  if (similar != NULL)
    g_string_append_printf (expected, _("; did you mean “%s”?"), similar);
  mis_message (_("%s: found “%s”, expected a goal of “%s”: %s"), name,
               mis_area_get_goal (new, first)->name, mis_area_get_name (old), expected->str);
  g_string_free (expected, TRUE);
  return FALSE;
}

/* An empty cell looks as if it left a conflict alone. */
static void
say_what_is_emptied (const MisArea *area, guint n_emptied, const char *name)
{
  char value[MIS_NUMBER_SIZE];

  if (n_emptied > 0)
    mis_message (_("%s: remark: pairs of goals that are empty in the table had another conflict "
                   "than the default of “%s”, and now have that, %s: %u"),
                 name, mis_area_get_name (area),
                 mis_number_format (mis_area_get_default_conflict (area), value), n_emptied);
}

/* (transfer full): @area with the conflicts of the table; %NULL if there is a fault, which was
 * said. */
static MisArea *
read_conflicts (const char *path, MisArea *area)
{
  g_autofree char *name = mis_input_get_name (path);
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (GBytes) bytes = mis_input_load (path, &fault);
  g_autoptr (MisArea) changed = NULL;
  gsize length;
  const char *text;
  guint n_emptied = 0;

  if (bytes != NULL)
    {
      text = g_bytes_get_data (bytes, &length);
      changed = mis_conflict_table_read (length > 0 ? text : "", length, area, &n_emptied,
                                         &fault);
    }
  if (changed == NULL)
    mis_message_fault (fault, name);
  if (changed == NULL || !check_labels (area, changed, name))
    return NULL;
  say_what_is_emptied (area, n_emptied, name);
  return g_steal_pointer (&changed);
}

static const char *
get_goal_name (const MisArea *area, int goal)
{
  return goal == MIS_NO_GOAL ? "-" : mis_area_get_goal (area, (guint) goal)->name;
}

/* "“Growth” and “Safety”: 1 → 0.5". */
static void
append_pair (GString *list, const MisArea *area, const MisConflict *pair, double then)
{
  char before[MIS_NUMBER_SIZE], after[MIS_NUMBER_SIZE];

  if (list->len > 0)
    g_string_append (list, "; ");
  g_string_append_printf (list, _("“%s” and “%s”: %s → %s"), get_goal_name (area, pair->g),
                          get_goal_name (area, pair->h), mis_number_format (pair->value, before),
                          mis_number_format (then, after));
}

/* How many pairs of goals have another conflict in @new; the first ones go to @list. */
static guint
list_changed_pairs (const MisArea *old, const MisArea *new, GString *list)
{
  int n_goals = (int) mis_area_get_n_goals (old);
  guint n = 0;

  for (int g = MIS_NO_GOAL; g < n_goals; g++)
    for (int h = MAX (g + 1, 0); h < n_goals; h++)
      {
        MisConflict before = mis_area_get_conflict (old, g, h);
        double then = mis_area_get_conflict (new, g, h).value;

        if (fabs (then - before.value) > 0.0 && n++ < MOST_PAIRS)
          {
            before.g = g;
            before.h = h;
            append_pair (list, old, &before, then);
          }
      }
  return n;
}

/* (transfer full) */
static char *
score_text (MisWorld *world)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);

  return mis_score_text (score->overall);
}

static void
say_what_changed (MisWorld *base, MisWorld *world, guint index, const char *name)
{
  const MisArea *old = mis_world_get_area (base, index), *new = mis_world_get_area (world, index);
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = list_changed_pairs (old, new, list);
  g_autofree char *before = score_text (base), *after = score_text (world);

  if (n > MOST_PAIRS)
    g_string_append_printf (list, _(" and %u more"), n - MOST_PAIRS);
  if (n == 0)
    mis_message (_("%s: conflicts of “%s”: nothing changed; the score is %s"), name,
                 mis_area_get_name (old), after);
  else
    mis_message (_("%s: conflicts of “%s”: pairs of goals that changed: %u (%s); the score is %s "
                   "instead of %s"),
                 name, mis_area_get_name (old), n, list->str, after, before);
}

MisExit
mis_convert_conflicts_into_project (const MisConversion *conversion)
{
  g_autofree char *name = mis_input_get_name (conversion->out);
  g_autofree char *table = mis_input_get_name (conversion->in);
  g_autoptr (MisWorld) base = mis_convert_read_project (conversion->into);
  int index = base != NULL ? choose_area (base, conversion, conversion->into) : -1;
  g_autoptr (MisArea) area = NULL;
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (GError) error = NULL;

  if (index < 0)
    return MIS_EXIT_FAILED;
  area = read_conflicts (conversion->in, mis_world_get_area (base, (guint) index));
  if (area == NULL)
    return MIS_EXIT_FAILED;
  world = mis_world_with_area (base, (guint) index, area, &error);
  if (world == NULL)
    mis_message ("%s: %s", name, error->message);
  if (world == NULL || mis_convert_write_project (conversion, world) != MIS_EXIT_DONE)
    return MIS_EXIT_FAILED;
  say_what_changed (base, world, (guint) index, table);
  return MIS_EXIT_DONE;
}
