#include "file/means-writer.h"

#include "core/number.h"
#include "file/json-emitter.h"
#include "file/writer-private.h"

/* The rows of mis_options that say which means these are. */
enum
{
  WEIGHT_MEAN_OPTION,
  AREA_MEAN_OPTION,
};

static const char *
get_nick (guint option, guint choice)
{
  return mis_options[option].choices[choice].nick;
}

static GBytes *
write_text (MisScore *const *scores)
{
  GString *text = g_string_new (NULL);
  char buffer[MIS_NUMBER_SIZE];

  g_string_append (text, "weight mean down, area mean across");
  for (guint mean = 0; mean < MIS_N_AREA_MEANS; mean++)
    g_string_append_printf (text, "\t%s", get_nick (AREA_MEAN_OPTION, mean));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < MIS_N_WEIGHT_MEANS; i++)
    {
      g_string_append (text, get_nick (WEIGHT_MEAN_OPTION, i));
      for (guint mean = 0; mean < MIS_N_AREA_MEANS; mean++)
        g_string_append_printf (
          text, "\t%s",
          mis_number_format (mis_score_get_overall (scores[i], (MisAreaMean) mean), buffer));
      g_string_append_c (text, '\n');
    }
  return g_string_free_to_bytes (text);
}

static GBytes *
write_csv (MisScore *const *scores, MisCsvStyle style)
{
  MisCsv csv;

  mis_csv_init (&csv, style);
  mis_csv_append_text (&csv, mis_options[WEIGHT_MEAN_OPTION].name);
  for (guint mean = 0; mean < MIS_N_AREA_MEANS; mean++)
    mis_csv_append_text (&csv, get_nick (AREA_MEAN_OPTION, mean));
  mis_csv_end_row (&csv);
  for (guint i = 0; i < MIS_N_WEIGHT_MEANS; i++)
    {
      mis_csv_append_text (&csv, get_nick (WEIGHT_MEAN_OPTION, i));
      for (guint mean = 0; mean < MIS_N_AREA_MEANS; mean++)
        mis_csv_append_number (&csv, mis_score_get_overall (scores[i], (MisAreaMean) mean));
      mis_csv_end_row (&csv);
    }
  return mis_csv_end (&csv);
}

static void
emit_means (MisJsonEmitter *emitter, MisScore *const *scores)
{
  mis_json_emitter_key (emitter, "means");
  mis_json_emitter_begin (emitter, '{', MIS_JSON_LINES);
  for (guint i = 0; i < MIS_N_WEIGHT_MEANS; i++)
    {
      mis_json_emitter_key (emitter, get_nick (WEIGHT_MEAN_OPTION, i));
      mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
      for (guint mean = 0; mean < MIS_N_AREA_MEANS; mean++)
        mis_json_emitter_member_number (emitter, get_nick (AREA_MEAN_OPTION, mean),
                                        mis_score_get_overall (scores[i], (MisAreaMean) mean));
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
}

static GBytes *
write_json (MisScore *const *scores, const MisScoring *scoring, const GPtrArray *warnings)
{
  const guint other_options
    = ((1u << MIS_N_OPTIONS) - 1) & ~(1u << WEIGHT_MEAN_OPTION | 1u << AREA_MEAN_OPTION);
  MisJsonEmitter emitter;

  mis_json_emitter_init (&emitter);
  mis_json_emitter_begin (&emitter, '{', MIS_JSON_LINES);
  mis_json_emitter_member_whole (&emitter, "agents", scores[0]->n_agents);
  emit_means (&emitter, scores);
  mis_json_emitter_key (&emitter, "scoring");
  mis_writer_emit_scoring (&emitter, scoring, other_options);
  mis_writer_emit_warnings (&emitter, warnings);
  mis_json_emitter_end (&emitter);
  return mis_json_emitter_end_file (&emitter);
}

GBytes *
mis_means_write (MisScore *const *scores,
                 const MisScoring *scoring,
                 const GPtrArray *warnings,
                 MisScoreFormat format,
                 MisCsvStyle style)
{
  switch (format)
    {
    case MIS_SCORE_TEXT:
      return write_text (scores);
    case MIS_SCORE_CSV:
      return write_csv (scores, style);
    case MIS_SCORE_JSON:
      return write_json (scores, scoring, warnings);
    default:
      g_return_val_if_reached (NULL);
    }
}
