/* Any bytes as a table. The first byte says what for: a population, read whole or as a stream, any
 * table that somebody explains column by column, or the conflicts of an area. */
#include <unistd.h>

#include "core/edit.h"
#include "file/conflict-table.h"
#include "file/project-writer.h"
#include "file/table-contents.h"
#include "file/table-import.h"
#include "file/table-plan.h"
#include "file/table-population.h"
#include "file/table-writer.h"

#include "load-example.h"
#include "table-text.h"
#include "target.h"

#define MOST_TRIES 20u

/* What the first byte says. */
#define FORM(flags) ((flags)&3u)
#define HAS_BASE(flags) (((flags)&4u) != 0)
#define HOW(flags) (((flags) >> 3) & 7u)
#define IS_TWISTED(flags) (((flags)&64u) != 0)
#define IS_OTHER_FORM(flags) (((flags)&128u) != 0)

typedef void (*Use) (const char *text, gsize length, MisWorld *base, guint flags);

/* Read once: a target must be fast. */
static MisWorld *
get_example (void)
{
  static MisWorld *example;

  if (example == NULL)
    example = load_example ("shopping");
  return example;
}

static void
check_new_world (MisWorld *world)
{
  g_autoptr (GPtrArray) contents = mis_area_contents_list (world);
  g_autoptr (GPtrArray) doubts = mis_table_list_doubts (world);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) wide = mis_table_write_wide (world, MIS_CSV_DECIMAL_COMMAS, &error);

  g_assert_true ((wide == NULL) == (error != NULL));
  g_assert_cmpuint (contents->len, ==, mis_world_get_n_areas (world));
  fuzz_check_saved (world);
  fuzz_check_scored (world);
}

/* What was a table in the long form stays the same on the way into one and out of it. */
static void
check_written (const MisWorld *world)
{
  g_autofree char *text = table_write (world);
  g_autoptr (MisWorld) held = table_read (text, NULL, FALSE, NULL);
  g_autofree char *held_text = table_write (held);
  g_autoptr (MisWorld) again = table_read (held_text, NULL, FALSE, NULL);
  g_autoptr (GBytes) first = mis_project_write (held);
  g_autoptr (GBytes) second = mis_project_write (again);

  g_assert_true (g_bytes_equal (first, second));
}

static void
read_population (const char *text, gsize length, MisWorld *base, guint flags)
{
  g_auto (MisTableSummary) summary = { 0 };
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisWorld) world = mis_table_read (text, length, base, HOW (flags), &summary, &fault);

  g_assert_true ((world == NULL) == (fault != NULL));
  if (world == NULL)
    {
      fuzz_spell_fault (fault);
      return;
    }
  check_new_world (world);
  if (base == NULL)
    check_written (world);
}

static void
stream_population (const char *text, gsize length, MisWorld *base, guint flags)
{
  g_autoptr (MisPopulation) population = mis_population_new (get_example (), IS_TWISTED (flags));
  g_autoptr (MisFault) fault = NULL;
  MisTableCount count = { 0 };
  int fd = table_make_file (text, length);

  if (!mis_table_add_population (fd, population, &count, &fault))
    fuzz_spell_fault (fault);
  else
    g_assert_cmpuint (count.n_bytes, ==, length);
  close (fd);
}

/* What somebody decides, as the bytes say. */
static void
twist (MisTablePlan *plan, const MisTableProfile *profile, const char *text, gsize length)
{
  for (guint i = 0; i < plan->n_columns; i++)
    if ((text[i % length] & 1) != 0)
      {
        plan->columns[i].use = (guint8)text[i % length] % (MIS_TABLE_USE_HIGH + 1);
        plan->columns[i].of = (guint8)text[(i + 1) % length] % plan->n_columns;
      }
  mis_table_plan_find_words (plan, profile);
  for (guint i = 0; i < plan->answers->len; i++)
    g_array_index (plan->answers, MisTableAnswer, i).way =
        (guint8)text[i % length] % MIS_TABLE_N_WAYS;
  for (guint i = 0; i < plan->kinds->len; i++)
    g_array_index (plan->kinds, MisTableKindWord, i).kind = (guint8)text[i % length] % 4;
  plan->keeps_kinds = (text[0] & 2) != 0;
  plan->unites_spellings = (text[0] & 4) != 0;
}

/* Rows that are wrong are left out, as somebody may wish, until the table can be read. */
static MisWorld *
read_leaving_out (MisTablePlan *plan, const char *text, gsize length, MisWorld *base, guint flags)
{
  for (guint i = 0; i < MOST_TRIES; i++)
    {
      g_auto (MisTableSummary) summary = { 0 };
      g_autoptr (MisFault) fault = NULL;
      MisWorld *world =
          mis_table_plan_read (plan, text, length, base, HOW (flags), NULL, &summary, &fault);
      gboolean can_leave_out;

      g_assert_true ((world == NULL) == (fault != NULL));
      if (world != NULL)
        return world;
      fuzz_spell_fault (fault);
      can_leave_out = mis_table_plan_can_leave_out (plan, fault);
      g_assert_true (mis_table_plan_leave_out (plan, fault) == can_leave_out);
      if (!can_leave_out)
        return NULL;
    }
  return NULL;
}

static void
read_plan (const char *text, gsize length, MisWorld *base, guint flags)
{
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisTableProfile) profile =
      mis_table_profile_new (text, length, '\0', NULL, NULL, &fault);
  g_autoptr (MisTablePlan) plan = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (MisWorld) world = NULL;

  g_assert_true ((profile == NULL) == (fault != NULL));
  if (profile == NULL)
    {
      fuzz_spell_fault (fault);
      return;
    }
  plan = mis_table_plan_new (profile);
  mis_table_plan_set_base (plan, profile, base);
  if (IS_OTHER_FORM (flags))
    mis_table_plan_set_form (plan, profile, !plan->is_long);
  if (IS_TWISTED (flags))
    twist (plan, profile, text, length);
  problems = mis_table_plan_list_problems (plan);
  world = problems->len == 0 ? read_leaving_out (plan, text, length, base, flags) : NULL;
  if (world != NULL)
    {
      guint first = base != NULL ? mis_world_get_n_areas (base) : 0;
      g_autoptr (MisWorld) bare = mis_table_set_conflicts (world, first, 0.5);
      g_autoptr (MisWorld) named = mis_table_set_title (bare, "table.csv");

      check_new_world (named);
    }
}

static void
read_conflicts (const char *text, gsize length, MisWorld *base, guint flags)
{
  guint n_areas = mis_world_get_n_areas (get_example ());
  MisArea *area = mis_world_get_area (get_example (), HOW (flags) % n_areas);
  g_autoptr (MisFault) fault = NULL;
  guint n_emptied = 0;
  g_autoptr (MisArea) changed = mis_conflict_table_read (text, length, area, &n_emptied, &fault);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (MisArea) again = NULL;
  MisFault *none = NULL;
  gsize size;
  const char *table;

  g_assert_true ((changed == NULL) == (fault != NULL));
  if (changed == NULL)
    {
      fuzz_spell_fault (fault);
      return;
    }
  written = mis_conflict_table_write (changed, MIS_CSV_POINTS);
  table = g_bytes_get_data (written, &size);
  again = mis_conflict_table_read (table, size, changed, NULL, &none);
  g_assert_null (none);
  g_assert_cmpuint (mis_area_get_n_goals (again), ==, mis_area_get_n_goals (changed));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const Use uses[] = { read_population, stream_population, read_plan, read_conflicts };
  guint flags = size > 0 ? data[0] : 0;
  g_autofree char *text = size > 1 ? g_memdup2 (data + 1, size - 1) : NULL;

  if (text != NULL)
    uses[FORM (flags)](text, size - 1, HAS_BASE (flags) ? get_example () : NULL, flags);
  return 0;
}
