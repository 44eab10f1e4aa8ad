#include "file/analysis-writer.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/number.h"
#include "file/analysis-private.h"
#include "file/sheet-writer.h"
#include "file/text-lines.h"
#include "file/writer-private.h"

/* Nobody reads of a smaller difference between two scores. */
#define LEAST_SHOWN 1e-6

/* The words above are those of the paper's options; which of them are others is said. */
static void
append_scoring (GString *text, const MisScoring *scoring)
{
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    {
      guint choice = mis_scoring_get (scoring, i);
      g_autofree char *line = NULL;

      if (choice == 0)
        continue;
      line = g_strdup_printf (_("Not as in the paper: %s: %s."), _(mis_options[i].label),
                              _(mis_options[i].choices[choice].label));
      mis_text_append_paragraph (text, line, 0);
    }
}

/* A 0 would look like no conflict at all. */
static const char *
format_score (const MisScore *score, char *buffer)
{
  return score->has_score ? mis_sheet_format_number (score->overall, buffer) : _("no score");
}

/* What the score is compared with. (transfer full) */
static char *
name_other (const MisAnalysis *analysis)
{
  const MisScenario *against = mis_analysis_get_against (analysis);

  return against != NULL ? g_strdup_printf (_("“%s”"), against->name)
                         : g_strdup (_("the project without it"));
}

/* (transfer full): @before and @after as people read them. */
static char *
compare_scores (const char *name, const char *other, const MisScore *after, const MisScore *before)
{
  char after_buffer[MIS_NUMBER_SIZE], before_buffer[MIS_NUMBER_SIZE], buffer[MIS_NUMBER_SIZE];
  const char *new_score = format_score (after, after_buffer);
  const char *old_score = format_score (before, before_buffer);
  const char *change = mis_sheet_format_number (fabs (after->overall - before->overall), buffer);

  if (!after->has_score || !before->has_score)
    /* Translators: a scenario and its score, or “no score”; another one and its */
    return g_strdup_printf (_("“%s”: %s; %s: %s."), name, new_score, other, old_score);
  if (strcmp (new_score, old_score) == 0 && fabs (after->overall - before->overall) < LEAST_SHOWN)
    /* Translators: a scenario, another one, their score */
    return g_strdup_printf (_("“%s” scores the same as %s: %s."), name, other, new_score);
  if (after->overall < before->overall)
    /* Translators: a scenario, by how much, another one, the scores of the two */
    return g_strdup_printf (_("“%s” scores %s lower than %s: %s instead of %s."), name, change,
                            other, new_score, old_score);
  return g_strdup_printf (_("“%s” scores %s higher than %s: %s instead of %s."), name, change,
                          other, new_score, old_score);
}

/* Which scenario it is about, and what it comes to. */
static void
append_scenario (GString *text, const MisAnalysis *analysis)
{
  const char *title = mis_world_get_title (mis_analysis_get_world (analysis));
  const MisScenario *scenario = mis_analysis_get_scenario (analysis);
  g_autoptr (MisScore) before = NULL;
  g_autofree char *other = NULL, *sentence = NULL, *line = NULL;

  if (scenario == NULL)
    return;
  other = name_other (analysis);
  before = mis_analysis_make_other_score (analysis);
  sentence = compare_scores (scenario->name, other, mis_analysis_get_score (analysis), before);
  /* Translators: the title of the project, and a sentence */
  line = g_strdup_printf (_("%s: %s"), *title != '\0' ? title : _("This project"), sentence);
  mis_text_append_paragraph (text, line, 0);
}

static void
append_score (GString *text, const MisAnalysis *analysis)
{
  const MisScore *score = mis_analysis_get_score (analysis);
  char buffer[MIS_NUMBER_SIZE];

  if (!score->has_score)
    {
      mis_text_append_paragraph (text,
                                 _("No score: that takes two agents who are known in the same "
                                   "problem area, so there is nothing to analyze."),
                                 0);
      return;
    }
  g_string_append_printf (text, _("Overall misalignment: %s\n"), format_score (score, buffer));
  if (analysis->request.brief)
    {
      mis_analysis_append_crowds (text, analysis);
      return;
    }
  mis_text_append_paragraph (text,
                             _("The chance that two agents picked at random hold conflicting "
                               "goals, weighted by how much they care, averaged over the problem "
                               "areas. 0 is no conflict at all."),
                             0);
  mis_analysis_append_readings (text, analysis);
}

static void
append_remarks (GString *text, const GPtrArray *warnings)
{
  for (guint i = 0; i < warnings->len; i++)
    {
      const MisWarning *warning = g_ptr_array_index (warnings, i);
      g_autofree char *remark = g_strdup_printf (_("Remark: %s"), warning->fact);

      mis_text_append_paragraph (text, remark, 0);
    }
  if (mis_warnings_get_advice (warnings) != NULL)
    mis_text_append_paragraph (text, mis_warnings_get_advice (warnings), 0);
}

/* Where the digits are that are not here. */
static void
append_end (GString *text)
{
  g_string_append_c (text, '\n');
  mis_text_append_paragraph (text,
                             _("Numbers are rounded here: --format json and --format csv carry "
                               "all digits."),
                             0);
}

static GBytes *
write_text (const MisAnalysis *analysis, const GPtrArray *sections, const GPtrArray *warnings)
{
  gboolean has_score = mis_analysis_get_score (analysis)->has_score;
  GString *text = g_string_new (NULL);

  append_scenario (text, analysis);
  append_score (text, analysis);
  append_scoring (text, mis_world_get_scoring (mis_analysis_get_world (analysis)));
  append_remarks (text, warnings);
  for (guint i = 0; has_score && i < sections->len; i++)
    mis_section_append_text (text, g_ptr_array_index (sections, i));
  if (has_score)
    append_end (text);
  return g_string_free_to_bytes (text);
}

static GBytes *
write_csv (const GPtrArray *sections, const char *list, MisCsvStyle style)
{
  const MisSection *section = g_ptr_array_index (sections, 0);
  MisCsv csv;

  g_return_val_if_fail (sections->len == 1, NULL);

  mis_csv_init (&csv, style);
  if (list != NULL)
    mis_section_append_csv_list (&csv, section, list);
  else
    mis_section_append_csv (&csv, section);
  return mis_csv_end (&csv);
}

static void
emit_left_out (MisJsonEmitter *emitter, const MisSection *section)
{
  for (guint i = 0; i < section->sheets->len; i++)
    {
      const MisSheet *sheet = g_ptr_array_index (section->sheets, i);
      g_autofree char *path = mis_section_get_sheet_path (section, sheet);

      if (mis_sheet_is_for_scripts (sheet) && sheet->n_left_out > 0)
        mis_json_emitter_member_whole (emitter, path, sheet->n_left_out);
    }
}

static void
emit_notes (MisJsonEmitter *emitter, const MisSection *section)
{
  for (guint i = 0; i < section->notes->len; i++)
    {
      mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
      mis_json_emitter_member (emitter, "table", section->name);
      mis_json_emitter_member (emitter, "message", g_ptr_array_index (section->notes, i));
      mis_json_emitter_end (emitter);
    }
}

/* What is said of the sections. */
static void
emit_remarks (MisJsonEmitter *emitter, const GPtrArray *sections)
{
  mis_json_emitter_key (emitter, "left_out");
  mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
  for (guint i = 0; i < sections->len; i++)
    emit_left_out (emitter, g_ptr_array_index (sections, i));
  mis_json_emitter_end (emitter);
  mis_json_emitter_key (emitter, "notes");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i < sections->len; i++)
    emit_notes (emitter, g_ptr_array_index (sections, i));
  mis_json_emitter_end (emitter);
}

static void
emit_names (MisJsonEmitter *emitter, const MisAnalysis *analysis)
{
  const MisScenario *scenario = mis_analysis_get_scenario (analysis);
  const MisScenario *against = mis_analysis_get_against (analysis);

  mis_json_emitter_member (emitter, "title",
                           mis_world_get_title (mis_analysis_get_world (analysis)));
  if (scenario == NULL)
    return;
  mis_json_emitter_member (emitter, "scenario", scenario->id);
  mis_json_emitter_member (emitter, "scenario_name", scenario->name);
  if (against == NULL)
    return;
  mis_json_emitter_member (emitter, "against_scenario", against->id);
  mis_json_emitter_member (emitter, "against_scenario_name", against->name);
}

static GBytes *
write_json (const MisAnalysis *analysis, const GPtrArray *sections, const GPtrArray *warnings)
{
  const MisScore *score = mis_analysis_get_score (analysis);
  MisJsonEmitter emitter;

  mis_json_emitter_init (&emitter);
  mis_json_emitter_begin (&emitter, '{', MIS_JSON_LINES);
  mis_json_emitter_member_number (&emitter, "overall", score->overall);
  mis_json_emitter_member_whole (&emitter, "agents", score->n_agents);
  emit_names (&emitter, analysis);
  for (guint i = 0; i < sections->len; i++)
    mis_section_emit (&emitter, g_ptr_array_index (sections, i));
  emit_remarks (&emitter, sections);
  mis_json_emitter_key (&emitter, "scoring");
  mis_writer_emit_scoring (&emitter, mis_world_get_scoring (mis_analysis_get_world (analysis)),
                           (1u << MIS_N_OPTIONS) - 1);
  mis_writer_emit_warnings (&emitter, warnings);
  mis_json_emitter_end (&emitter);
  return mis_json_emitter_end_file (&emitter);
}

GBytes *
mis_analysis_write (const MisAnalysis *analysis,
                    const GPtrArray *sections,
                    const GPtrArray *warnings,
                    MisScoreFormat format,
                    MisCsvStyle style)
{
  switch (format)
    {
    case MIS_SCORE_TEXT:
      return write_text (analysis, sections, warnings);
    case MIS_SCORE_CSV:
      return write_csv (sections, analysis->request.list, style);
    case MIS_SCORE_JSON:
      return write_json (analysis, sections, warnings);
    default:
      g_return_val_if_reached (NULL);
    }
}
