/* `convert`: between a project and a population table, by the endings of the two names. */
#include <glib/gi18n-lib.h>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/convert.h"
#include "cli/format.h"
#include "cli/input.h"
#include "cli/message.h"

typedef enum
{
  PROJECT,
  TABLE,
  EITHER, /* standard input or output */
  NEITHER,
} Kind;

static const struct
{
  const char *ending;
  Kind kind;
} endings[] = {
  { ".misalign", PROJECT },
  { ".json", PROJECT },
  { ".csv", TABLE },
};

static Kind
get_kind (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (mis_input_is_standard (path))
    return EITHER;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i].ending))
      return endings[i].kind;
  return NEITHER;
}

static Kind
get_other (Kind kind)
{
  return kind == PROJECT ? TABLE : kind == TABLE ? PROJECT : NEITHER;
}

static const MisChoice forms[] = {
  { "long", N_("a row for each group in a problem area") },
  { "wide", N_("a row for each group") },
  { NULL, NULL },
};

/* What is given besides the files. */
typedef struct
{
  gboolean merge;
  gboolean force;
  gboolean decimal_comma;
  char *into;
  char *area;
  char *default_conflict;
  char **form;
} Given;

static void
given_clear (Given *given)
{
  g_free (given->into);
  g_free (given->area);
  g_free (given->default_conflict);
  g_strfreev (given->form);
}

/* A file of a spreadsheet is what most people have at hand. */
static const char *const spreadsheets[] = { ".xlsx", ".xls", ".xlsm", ".ods", ".numbers" };

static gboolean
is_spreadsheet (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (spreadsheets); i++)
    if (g_str_has_suffix (lower, spreadsheets[i]))
      return TRUE;
  return FALSE;
}

static MisExit
refuse_kinds (const MisCommand *command, const char *in, const char *out)
{
  if (is_spreadsheet (in))
    return mis_usage_error (command,
                            _("found “%s”, which is a file of a spreadsheet, expected a table "
                              "(.csv): save it there as “CSV UTF-8” first"), in);
  return mis_usage_error (command,
                          _("found “%s” and “%s”, expected a project (.misalign, .json) and a "
                            "table (.csv), either way round"),
                          in, out);
}

/* The two names behind --into the other way round. */
static MisExit
refuse_order (const MisCommand *command, const MisConversion *conversion)
{
  return mis_usage_error (command, _("--into: found the table “%s” behind it and the project “%s” "
                                     "last, expected “--into PROJECT TABLE”: “--into %s %s”"),
                          conversion->into, conversion->in, conversion->in, conversion->into);
}

/* A table goes into a project that is there, which is replaced unless another file is named. */
static MisExit
convert_into (const MisCommand *command, const MisConversion *conversion)
{
  gboolean reads_twice = mis_input_is_standard (conversion->into)
                         && mis_input_is_standard (conversion->in);
  Kind from = get_kind (conversion->in), into = get_kind (conversion->into);

  if (from == PROJECT && into == TABLE)
    return refuse_order (command, conversion);
  if (reads_twice || (from != TABLE && from != EITHER) || (into != PROJECT && into != EITHER))
    return refuse_kinds (command, conversion->in, conversion->into);
  if (get_kind (conversion->out) != PROJECT && get_kind (conversion->out) != EITHER)
    return refuse_kinds (command, conversion->in, conversion->out);
  return conversion->area != NULL ? mis_convert_conflicts_into_project (conversion)
                                  : mis_convert_table_into_project (conversion);
}

/* Which style a table is read in, is found out. */
static MisExit
refuse_comma (const MisCommand *command)
{
  return mis_usage_error (command, _("--decimal-comma: found a table to read, in which both are "
                                     "understood; expected a project, of which one is written"));
}

static MisExit
refuse_form (const MisCommand *command)
{
  return mis_usage_error (command, _("--form: found a table to read, of which it is found out, or "
                                     "a table of conflicts; expected a project, of whose agents a "
                                     "table is written"));
}

static MisExit
convert (const MisCommand *command, const MisConversion *conversion)
{
  Kind from = get_kind (conversion->in), to = get_kind (conversion->out);

  if (from == EITHER)
    from = get_other (to);
  else if (to == EITHER)
    to = get_other (from);
  if (from == PROJECT && to == TABLE && conversion->merge)
    return mis_usage_error (command, _("--merge: found a project, expected a table to read"));
  if (from == PROJECT && to == TABLE && conversion->default_conflict > 0.0)
    return mis_usage_error (command, _("--default-conflict: found a project, expected a table to "
                                       "read"));
  if (!(from == PROJECT && to == TABLE && conversion->area == NULL) && conversion->wide)
    return refuse_form (command);
  if (from == PROJECT && to == TABLE)
    return conversion->area != NULL ? mis_convert_project_to_conflicts (conversion)
                                    : mis_convert_project_to_table (conversion);
  if (conversion->style != MIS_CSV_POINTS)
    return refuse_comma (command);
  if (from == TABLE && to == PROJECT && conversion->area != NULL)
    return mis_usage_error (command, _("--conflicts: found no --into, expected “--into PROJECT "
                                       "TABLE”, as the conflicts are those of a project that is "
                                       "there"));
  if (from == TABLE && to == PROJECT)
    return mis_convert_table_to_project (conversion);
  return refuse_kinds (command, conversion->in, conversion->out);
}

static gboolean
parse_conflict (const MisCommand *command, const Given *given, double *conflict)
{
  if (given->default_conflict == NULL)
    return TRUE;
  if (given->area != NULL)
    mis_usage_error (command, _("--default-conflict: found --conflicts as well, expected a table "
                                "of agents"));
  else if (!mis_arguments_parse_number (given->default_conflict, conflict) || *conflict < 0.0
           || *conflict > 1.0)
    mis_usage_error (command, _("--default-conflict: found “%s”, expected a number from 0 to 1"),
                     given->default_conflict);
  else
    return TRUE;
  return FALSE;
}

static MisExit
run_given (const MisCommand *command, GStrv arguments, const Given *given)
{
  MisConversion conversion = { .in = arguments[1], .out = arguments[2], .into = given->into,
                               .area = given->area, .merge = given->merge, .force = given->force,
                               .style = mis_format_get_style (given->decimal_comma) };
  guint form = 0;

  if (!parse_conflict (command, given, &conversion.default_conflict)
      || !mis_arguments_choose (command, "--form", given->form, forms, &form))
    return MIS_EXIT_USAGE;
  conversion.wide = form == 1;
  if (given->merge && given->area != NULL)
    return mis_usage_error (command,
                            _("--merge: found --conflicts as well, expected a table of agents"));
  if (given->into == NULL && conversion.out == NULL)
    return mis_usage_error (command, _("found too few arguments, expected %s"), command->operands);
  if (given->into == NULL)
    return convert (command, &conversion);
  if (given->decimal_comma)
    return refuse_comma (command);
  if (conversion.wide)
    return refuse_form (command);
  if (conversion.out == NULL)
    conversion.out = given->into;
  return convert_into (command, &conversion);
}

static MisExit
run (const MisCommand *command, GStrv arguments)
{
  Given given = { 0 };
  const GOptionEntry options[] = {
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &given.into,
      N_("Replace the agents of this project by those of the table IN, and keep the rest; OUT may "
         "be left out"),
      N_("PROJECT") },
    { "conflicts", 0, 0, G_OPTION_ARG_STRING, &given.area,
      N_("The table holds the conflicts of this problem area"), N_("AREA") },
    { "default-conflict", 0, 0, G_OPTION_ARG_STRING, &given.default_conflict,
      N_("How much different goals clash in problem areas that are new, from 0 to 1; 0 unless "
         "given"),
      N_("NUMBER") },
    { "merge", 0, 0, G_OPTION_ARG_NONE, &given.merge,
      N_("Make one group of agents that are alike in everything but the id"), NULL },
    { "form", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given.form,
      N_("Of the table that is written: long, a row for each group in a problem area, with ids; "
         "or wide, a row for each group, with names; long unless given"),
      N_("FORM") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &given.force, N_("Replace a file that is there"), NULL },
    mis_format_comma_option (&given.decimal_comma),
    { NULL },
  };
  MisExit status;

  if (mis_arguments_parse (command, &arguments, options, 1, 2, &status))
    status = run_given (command, arguments, &given);
  given_clear (&given);
  return status;
}

const MisCommand mis_command_convert = {
  .name = "convert",
  .operands = "IN OUT",
  .summary = N_("Turns a project into a population table, or the other way round"),
  .explanation = N_("The endings say which is which: .misalign or .json is a project, .csv a "
                    "table; “-” is standard input or output, and the other one of the two. "
                    "For example:\n\n"
                    "  misalign-cli convert people.csv people.misalign\n"
                    "  misalign-cli convert --default-conflict 1 people.csv people.misalign\n"
                    "  misalign-cli convert people.misalign people.csv\n"
                    "  misalign-cli convert --form wide people.misalign people.csv\n"
                    "  misalign-cli convert --into people.misalign people.csv\n"
                    "  misalign-cli convert --conflicts food people.misalign food.csv\n"
                    "  misalign-cli convert --conflicts food --into people.misalign food.csv\n\n"
                    "A table has a row for each group and problem area, under the headings agent,\n"
                    "area and goal, and perhaps weight, count, name and more; or, in the wide\n"
                    "form, a row for each group and a column for each problem area. It holds no\n"
                    "conflicts, so a project made from one has the score 0 until they are set:\n"
                    "in the window under Conflicts, for one problem area with --conflicts, or for\n"
                    "all of them at once with --default-conflict. A file that is there is\n"
                    "replaced only with --force; --into changes a project in place and keeps its\n"
                    "conflicts. What was found in a table, what in it looks like a slip, and\n"
                    "what a table cannot hold is said on standard error."),
  .run = run,
};
