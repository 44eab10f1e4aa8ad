#include "cli/format.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/arguments.h"
#include "cli/message.h"
#include "cli/output.h"
#include "file/score-writer.h"

static const struct
{
  const char *ending;
  MisScoreFormat format;
} endings[] = {
  { ".txt", MIS_SCORE_TEXT },
  { ".csv", MIS_SCORE_CSV },
  { ".json", MIS_SCORE_JSON },
};

gboolean
mis_format_choose (const MisCommand *command, char **words, const char *output, guint *format)
{
  g_autofree char *lower = NULL;
  g_autofree char *name = NULL;

  if (!mis_output_check_name (command, output))
    return FALSE;
  if (words != NULL || mis_output_is_standard (output))
    return mis_arguments_choose (command, "--format", words, mis_score_formats, format);
  lower = g_ascii_strdown (output, -1);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i].ending))
      {
        *format = endings[i].format;
        return TRUE;
      }
  name = g_filename_display_name (output);
  mis_usage_error (command, _("-o: found “%s”, expected the ending txt, csv or json, or --format"),
                   name);
  return FALSE;
}

GOptionEntry
mis_format_comma_option (gboolean *given)
{
  return (GOptionEntry) {
    .long_name = "decimal-comma",
    .arg = G_OPTION_ARG_NONE,
    .arg_data = given,
    .description = N_("CSV with semicolons and decimal commas, for spreadsheets in German, French "
                      "and other languages that write them"),
  };
}

gboolean
mis_format_check_comma (const MisCommand *command, gboolean given, const char *word)
{
  if (!given || strcmp (word, mis_score_formats[MIS_SCORE_CSV].nick) == 0)
    return TRUE;
  mis_usage_error (command, _("--decimal-comma: found the format %s, expected csv"), word);
  return FALSE;
}

MisCsvStyle
mis_format_get_style (gboolean given)
{
  return given ? MIS_CSV_DECIMAL_COMMAS : MIS_CSV_POINTS;
}
