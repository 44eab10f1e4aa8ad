#include "file/scenario-scores.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "file/json-emitter.h"
#include "file/sheet-writer.h"
#include "file/text-lines.h"
#include "file/writer-private.h"

/* Scenarios beside the project in one table of areas: what 80 columns hold. */
#define BESIDE 3u

#define PROJECT "project" /* the name of its row in CSV, in every language */

#define SOUND_DIGITS 15.0  /* of a score: those that a double always keeps */
#define LARGEST_EXACT 22.0 /* power of ten that is a double */

static const MisColumn columns[] = {
  { "scenario", NULL },
  { NULL, N_("Scenario") },
  { "name", NULL },
  { "overall", N_("Score") },
  { "difference", N_("Change") },
  { "any_conflict", N_("Some clash") },
  { "any_conflict_method", NULL },
  { "agents", N_("Agents") },
  { "fault", NULL },
};

/* Where a scenario cannot be applied. */
static const MisColumn fault_column = { NULL, N_("Why it cannot be applied") };

MisScenarioScore *
mis_scenario_score_new (MisScenario *scenario, MisWorld *world)
{
  MisScenarioScore *self = g_new0 (MisScenarioScore, 1);
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);

  self->scenario = scenario != NULL ? mis_scenario_ref (scenario) : NULL;
  self->world = mis_world_ref (world);
  self->score = mis_score_new (tally, NULL, NULL);
  self->chance = mis_any_conflict (tally, self->score, NULL);
  return self;
}

MisScenarioScore *
mis_scenario_score_new_fault (MisScenario *scenario, const char *fault)
{
  MisScenarioScore *self = g_new0 (MisScenarioScore, 1);

  self->scenario = mis_scenario_ref (scenario);
  self->fault = g_strdup (fault);
  return self;
}

void
mis_scenario_score_free (MisScenarioScore *score)
{
  g_clear_pointer (&score->scenario, mis_scenario_unref);
  g_clear_pointer (&score->world, mis_world_unref);
  g_clear_pointer (&score->score, mis_score_unref);
  g_free (score->fault);
  g_free (score);
}

static const MisScenarioScore *
get_project (const GPtrArray *scores)
{
  return g_ptr_array_index (scores, 0);
}

static const char *
get_id (const MisScenarioScore *row)
{
  return row->scenario != NULL ? row->scenario->id : NULL;
}

/* (transfer full): what people call a row; scenarios of one name are told apart by their ids. */
static char *
make_label (const GPtrArray *scores, const MisScenarioScore *row)
{
  const MisScenario *scenario = row->scenario;
  guint n_called = 0;

  if (scenario == NULL)
    return g_strdup (_("The project as it is"));
  for (guint i = 1; i < scores->len; i++)
    {
      const MisScenarioScore *each = g_ptr_array_index (scores, i);

      n_called += strcmp (each->scenario->name, scenario->name) == 0;
    }
  return n_called > 1 ? g_strdup_printf ("%s (%s)", scenario->name, scenario->id)
                      : g_strdup (scenario->name);
}

static double
get_overall (const MisScenarioScore *row)
{
  return row->score != NULL ? row->score->overall : (double) NAN;
}

/* What two scores differ by, with the digits that they have: behind the 15th of the larger one
 * there is only what rounding left over. */
static double
subtract (double score, double from)
{
  double difference = score - from, larger = MAX (fabs (score), fabs (from));
  double scale;

  if (isnan (difference) || larger <= 0.0)
    return difference;
  scale = pow (10.0, MIN (SOUND_DIGITS - 1.0 - floor (log10 (larger)), LARGEST_EXACT));
  return round (difference * scale) / scale + 0.0; /* not -0 */
}

static double
get_difference (const GPtrArray *scores, const MisScenarioScore *row)
{
  return row->scenario != NULL ? subtract (get_overall (row), get_overall (get_project (scores)))
                               : (double) NAN;
}

/* %NAN where the area is not there, or has no score. */
static double
get_area_value (const MisScenarioScore *row, const char *id)
{
  int area = row->world != NULL ? mis_world_find_area (row->world, id) : -1;

  return area >= 0 ? row->score->areas[area].misalignment : (double) NAN;
}

static gboolean
any_fault (const GPtrArray *scores)
{
  for (guint i = 0; i < scores->len; i++)
    if (((const MisScenarioScore *) g_ptr_array_index (scores, i))->fault != NULL)
      return TRUE;
  return FALSE;
}

/* The columns of the rows, ended by an empty one: the fixed ones, one for each area, and the faults
 * for people. */
static GArray *
list_columns (const GPtrArray *scores, GStringChunk *names)
{
  GArray *list = g_array_new (TRUE, TRUE, sizeof (MisColumn));
  const MisWorld *project = get_project (scores)->world;

  g_array_append_vals (list, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < mis_world_get_n_areas (project); i++)
    {
      g_autofree char *name =
        g_strconcat ("area:", mis_area_get_id (mis_world_get_area (project, i)), NULL);
      MisColumn column = { g_string_chunk_insert (names, name), NULL };

      g_array_append_val (list, column);
    }
  if (any_fault (scores))
    g_array_append_val (list, fault_column);
  return list;
}

static void
add_row (MisSheet *sheet, const GPtrArray *scores, const MisScenarioScore *row)
{
  const MisWorld *project = get_project (scores)->world;
  g_autofree char *label = make_label (scores, row);

  mis_sheet_add_text (sheet, get_id (row) != NULL ? get_id (row) : "");
  mis_sheet_add_text (sheet, label);
  mis_sheet_add_text (sheet, row->scenario != NULL ? row->scenario->name : PROJECT);
  mis_sheet_add_number (sheet, get_overall (row));
  mis_sheet_add_change (sheet, get_difference (scores, row));
  mis_sheet_add_number (sheet, row->score != NULL ? row->chance.value : (double) NAN);
  mis_sheet_add_text (sheet, row->score != NULL
                               ? mis_any_conflict_methods[row->chance.method].nick
                               : NULL);
  if (row->score != NULL)
    mis_sheet_add_whole (sheet, row->score->n_agents);
  else
    mis_sheet_add_text (sheet, NULL);
  mis_sheet_add_text (sheet, row->fault);
  for (guint i = 0; i < mis_world_get_n_areas (project); i++)
    mis_sheet_add_number (
      sheet, get_area_value (row, mis_area_get_id (mis_world_get_area (project, i))));
  if (any_fault (scores))
    mis_sheet_add_text (sheet, row->fault);
}

/* Text */

/* The columns of areas: their names, the project, some scenarios; ended by an empty one. */
static GArray *
list_area_columns (const GPtrArray *scores, guint first, guint n, GStringChunk *names)
{
  GArray *list = g_array_new (TRUE, TRUE, sizeof (MisColumn));
  const MisColumn area = { NULL, "" };
  const MisColumn project = { NULL, _("Project") };

  g_array_append_val (list, area);
  g_array_append_val (list, project);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = make_label (scores, g_ptr_array_index (scores, first + i));
      const MisColumn scenario = { NULL, g_string_chunk_insert (names, label) };

      g_array_append_val (list, scenario);
    }
  return list;
}

/* The project and some scenarios, from the one at @first on. (transfer full): the columns, which
 * the sheet needs. */
static GArray *
add_areas (
  MisSection *section, const GPtrArray *scores, guint first, guint n, GStringChunk *names)
{
  const MisWorld *project = get_project (scores)->world;
  GArray *list = list_area_columns (scores, first, n, names);
  MisSheet *sheet = mis_section_add_sheet (section, NULL, N_("Problem areas"),
                                           (const MisColumn *) (gpointer) list->data);

  sheet->named = TRUE;
  for (guint area = 0; area < mis_world_get_n_areas (project); area++)
    {
      const char *id = mis_area_get_id (mis_world_get_area (project, area));

      mis_sheet_add_text (sheet, mis_area_get_name (mis_world_get_area (project, area)));
      mis_sheet_add_number (sheet, get_area_value (get_project (scores), id));
      for (guint i = 0; i < n; i++)
        mis_sheet_add_number (sheet,
                              get_area_value (g_ptr_array_index (scores, first + i), id));
    }
  return list;
}

/* (transfer full): the columns of the sheets that are added. */
static GPtrArray *
add_all_areas (MisSection *section, const GPtrArray *scores, GStringChunk *names)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 1; i == 1 || i < scores->len; i += BESIDE)
    g_ptr_array_add (lists, add_areas (section, scores, i, MIN (BESIDE, scores->len - i), names));
  return lists;
}

static GBytes *
write_text (const GPtrArray *scores, MisSection *section, GStringChunk *names)
{
  const char *title = mis_world_get_title (get_project (scores)->world);
  g_autoptr (GPtrArray) lists = add_all_areas (section, scores, names);
  GString *text = g_string_new (NULL);

  mis_section_set_intro (section, _("What does each scenario come to? The score is the chance that "
                                    "two agents picked at random hold conflicting goals, weighted "
                                    "by how much they care; 0 is no conflict at all. Some clash is "
                                    "the weighted chance that two clash in at least one area."));
  if (scores->len == 1)
    mis_section_add_note (section, g_strdup (_("The project has no scenarios.")));
  if (*title != '\0')
    mis_text_append_paragraph (text, title, 0);
  mis_section_append_text (text, section);
  if (*title == '\0')
    g_string_erase (text, 0, 1);
  return g_string_free_to_bytes (text);
}

/* CSV */

static GBytes *
write_csv (const MisSection *section, MisCsvStyle style)
{
  MisCsv csv;

  mis_csv_init (&csv, style);
  mis_section_append_csv (&csv, section);
  return mis_csv_end (&csv);
}

/* JSON */

static void
emit_text (MisJsonEmitter *emitter, const char *name, const char *text)
{
  mis_json_emitter_key (emitter, name);
  if (text != NULL)
    mis_json_emitter_string (emitter, text);
  else
    mis_json_emitter_null (emitter);
}

static void
emit_areas (MisJsonEmitter *emitter, const GPtrArray *scores, const MisScenarioScore *row)
{
  const MisWorld *project = get_project (scores)->world;

  mis_json_emitter_key (emitter, "areas");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i < mis_world_get_n_areas (project); i++)
    {
      const char *id = mis_area_get_id (mis_world_get_area (project, i));

      mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
      mis_json_emitter_member (emitter, "id", id);
      mis_json_emitter_member_number (emitter, "misalignment", get_area_value (row, id));
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
}

static void
emit_score (MisJsonEmitter *emitter, const GPtrArray *scores, const MisScenarioScore *row)
{
  mis_json_emitter_begin (emitter, '{', MIS_JSON_LINES);
  emit_text (emitter, "scenario", get_id (row));
  emit_text (emitter, "name", row->scenario != NULL ? row->scenario->name : NULL);
  if (row->fault != NULL)
    mis_json_emitter_member (emitter, "fault", row->fault);
  else
    {
      mis_json_emitter_member_number (emitter, "overall", get_overall (row));
      mis_json_emitter_member_number (emitter, "difference", get_difference (scores, row));
      mis_json_emitter_member_number (emitter, "any_conflict", row->chance.value);
      mis_json_emitter_member (emitter, "any_conflict_method",
                               mis_any_conflict_methods[row->chance.method].nick);
      mis_json_emitter_member_whole (emitter, "agents", row->score->n_agents);
      emit_areas (emitter, scores, row);
    }
  mis_json_emitter_end (emitter);
}

static GBytes *
write_json (const GPtrArray *scores, const GPtrArray *warnings)
{
  MisJsonEmitter emitter;

  mis_json_emitter_init (&emitter);
  mis_json_emitter_begin (&emitter, '{', MIS_JSON_LINES);
  mis_json_emitter_member (&emitter, "title", mis_world_get_title (get_project (scores)->world));
  mis_json_emitter_key (&emitter, "scenarios");
  mis_json_emitter_begin (&emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i < scores->len; i++)
    emit_score (&emitter, scores, g_ptr_array_index (scores, i));
  mis_json_emitter_end (&emitter);
  mis_json_emitter_key (&emitter, "scoring");
  mis_writer_emit_scoring (&emitter, mis_world_get_scoring (get_project (scores)->world),
                           (1u << MIS_N_OPTIONS) - 1);
  mis_writer_emit_warnings (&emitter, warnings);
  mis_json_emitter_end (&emitter);
  return mis_json_emitter_end_file (&emitter);
}

GBytes *
mis_scenario_scores_write (const GPtrArray *scores,
                           const GPtrArray *warnings,
                           MisScoreFormat format,
                           MisCsvStyle style)
{
  g_autoptr (GStringChunk) names = g_string_chunk_new (256);
  g_autoptr (GArray) list = list_columns (scores, names);
  g_autoptr (MisSection) section =
    mis_section_new ("scenarios", N_("The project and its scenarios"));
  MisSheet *sheet = mis_section_add_sheet (section, NULL, NULL,
                                           (const MisColumn *) (gpointer) list->data);

  if (format == MIS_SCORE_JSON)
    return write_json (scores, warnings);
  for (guint i = 0; i < scores->len; i++)
    add_row (sheet, scores, g_ptr_array_index (scores, i));
  return format == MIS_SCORE_TEXT ? write_text (scores, section, names)
                                  : write_csv (section, style);
}
