#include "file/score-writer.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/number.h"
#include "file/json-emitter.h"
#include "file/writer-private.h"

const MisChoice mis_score_formats[] = {
  [MIS_SCORE_TEXT] = { "text", N_("Text") },
  [MIS_SCORE_CSV] = { "csv", N_("CSV") },
  [MIS_SCORE_JSON] = { "json", N_("JSON") },
  { NULL, NULL },
};

static const char *
area_id (const MisWorld *world, guint area)
{
  return mis_area_get_id (mis_world_get_area (world, area));
}

static GBytes *
write_text (const MisWorld *world, const MisScore *score)
{
  GString *text = g_string_new ("overall\t");
  char buffer[MIS_NUMBER_SIZE];

  g_string_append (text, mis_number_format (score->overall, buffer));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < score->n_areas; i++)
    {
      double value = score->areas[i].misalignment;

      g_string_append_printf (text, "%s\t%s\n", area_id (world, i),
                              isfinite (value) ? mis_number_format (value, buffer) : "");
    }
  return g_string_free_to_bytes (text);
}

static const char *const csv_columns[] = { "area",   "misalignment", "alignment",
                                           "agents", "goals_held",   "entropy_bits" };

/* The first field is empty: no area has an empty id. */
static void
append_overall (MisCsv *csv, const MisScore *score)
{
  mis_csv_append_empty (csv);
  mis_csv_append_number (csv, score->overall);
  mis_csv_append_number (csv, mis_alignment (score->overall));
  mis_csv_append_whole (csv, score->n_agents);
  mis_csv_append_empty (csv);
  mis_csv_append_empty (csv);
  mis_csv_end_row (csv);
}

static GBytes *
write_csv (const MisWorld *world, const MisScore *score, MisCsvStyle style)
{
  MisCsv csv;

  mis_csv_init (&csv, style);
  for (guint i = 0; i < G_N_ELEMENTS (csv_columns); i++)
    mis_csv_append_text (&csv, csv_columns[i]);
  mis_csv_end_row (&csv);
  append_overall (&csv, score);
  for (guint i = 0; i < score->n_areas; i++)
    {
      const MisAreaScore *area = &score->areas[i];

      mis_csv_append_text (&csv, area_id (world, i));
      mis_csv_append_number (&csv, area->misalignment);
      mis_csv_append_number (&csv, mis_alignment (area->misalignment));
      mis_csv_append_whole (&csv, area->n);
      mis_csv_append_whole (&csv, area->goals_held);
      mis_csv_append_number (&csv, area->entropy_bits);
      mis_csv_end_row (&csv);
    }
  return mis_csv_end (&csv);
}

static void
emit_areas (MisJsonEmitter *emitter, const MisWorld *world, const MisScore *score)
{
  mis_json_emitter_key (emitter, "areas");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i < score->n_areas; i++)
    {
      const MisAreaScore *area = &score->areas[i];

      mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
      mis_json_emitter_member (emitter, "id", area_id (world, i));
      mis_json_emitter_member_number (emitter, "misalignment", area->misalignment);
      mis_json_emitter_member_number (emitter, "alignment", mis_alignment (area->misalignment));
      mis_json_emitter_member_whole (emitter, "agents", area->n);
      mis_json_emitter_member_whole (emitter, "goals_held", area->goals_held);
      mis_json_emitter_member_number (emitter, "entropy_bits", area->entropy_bits);
      mis_json_emitter_member_number (emitter, "maximum", area->maximum);
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
}

static void
emit_any_conflict (MisJsonEmitter *emitter, const MisAnyConflict *chance)
{
  mis_json_emitter_member_number (emitter, "any_conflict", chance->value);
  if (chance->method == MIS_ANY_CONFLICT_BOUNDS)
    {
      mis_json_emitter_member_number (emitter, "any_conflict_low", chance->low);
      mis_json_emitter_member_number (emitter, "any_conflict_high", chance->high);
    }
  mis_json_emitter_member (emitter, "any_conflict_method",
                           mis_any_conflict_methods[chance->method].nick);
}

const char *
mis_warnings_get_advice (const GPtrArray *warnings)
{
  for (guint i = 0; i < warnings->len; i++)
    {
      const MisWarning *warning = g_ptr_array_index (warnings, i);

      if (warning->code == MIS_WARNING_NO_CONFLICT && strcmp (warning->fact, warning->message) != 0)
        return _("How much goals clash stands in the project file, under “conflict” of the problem "
                 "area; “misalign-cli convert --conflicts AREA” writes it as a table, and with "
                 "--into reads it back.");
    }
  return NULL;
}

void
mis_writer_emit_warnings (MisJsonEmitter *emitter, const GPtrArray *warnings)
{
  mis_json_emitter_key (emitter, "warnings");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i < warnings->len; i++)
    {
      const MisWarning *warning = g_ptr_array_index (warnings, i);

      mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
      mis_json_emitter_member (emitter, "code", mis_warning_get_nick (warning->code));
      mis_json_emitter_member (emitter, "place", warning->place);
      mis_json_emitter_member (emitter, "message", warning->fact);
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
}

static GBytes *
write_json (const MisWorld *world,
            const MisScore *score,
            const MisAnyConflict *any_conflict,
            const GPtrArray *warnings)
{
  const MisScoring *scoring = mis_world_get_scoring (world);
  MisJsonEmitter emitter;

  mis_json_emitter_init (&emitter);
  mis_json_emitter_begin (&emitter, '{', MIS_JSON_LINES);
  mis_json_emitter_member_number (&emitter, "overall", score->overall);
  mis_json_emitter_member_whole (&emitter, "agents", score->n_agents);
  emit_areas (&emitter, world, score);
  mis_json_emitter_member_number (&emitter, "expected_conflicts", score->expected_conflicts);
  emit_any_conflict (&emitter, any_conflict);
  mis_json_emitter_key (&emitter, "scoring");
  mis_writer_emit_scoring (&emitter, scoring, (1u << MIS_N_OPTIONS) - 1);
  mis_writer_emit_warnings (&emitter, warnings);
  mis_json_emitter_end (&emitter);
  return mis_json_emitter_end_file (&emitter);
}

GBytes *
mis_score_write (const MisWorld *world,
                 const MisScore *score,
                 const MisAnyConflict *any_conflict,
                 const GPtrArray *warnings,
                 MisScoreFormat format,
                 MisCsvStyle style)
{
  switch (format)
    {
    case MIS_SCORE_TEXT:
      return write_text (world, score);
    case MIS_SCORE_CSV:
      return write_csv (world, score, style);
    case MIS_SCORE_JSON:
      return write_json (world, score, any_conflict, warnings);
    default:
      g_return_val_if_reached (NULL);
    }
}
