/* `convert`: between a project and a population table, by the endings of the two names. */
#include <glib/gi18n-lib.h>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/output.h"
#include "file/project-writer.h"
#include "file/table-reader.h"
#include "file/table-writer.h"

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

static MisExit
write_table (const MisWorld *world, const char *name, const char *path)
{
  g_autoptr (GPtrArray) losses = mis_table_list_losses (world);
  g_autoptr (GBytes) bytes = mis_table_write (world);

  if (!mis_output_write (path, bytes))
    return MIS_EXIT_FAILED;
  for (guint i = 0; i < losses->len; i++)
    mis_message (_("%s: remark: a table cannot hold everything: %s"), name,
                 (const char *) losses->pdata[i]);
  return MIS_EXIT_DONE;
}

static MisExit
convert_project (const char *in, const char *out)
{
  g_autofree char *name = mis_input_get_name (in);
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisWorld) world = mis_input_read (in, &fault);

  if (world != NULL)
    return write_table (world, name, out);
  mis_message_fault (fault, name);
  return MIS_EXIT_FAILED;
}

static MisExit
write_project (const MisWorld *world, const char *name, const char *path)
{
  g_autoptr (GBytes) bytes = mis_project_write (world);

  if (!mis_output_write (path, bytes))
    return MIS_EXIT_FAILED;
  mis_message (_("%s: remark: a table holds no conflicts, so all of them are 0 in the project, and "
                 "its score is 0 until they are set"), name);
  return MIS_EXIT_DONE;
}

static MisExit
convert_table (const char *in, const char *out, gboolean merge)
{
  g_autofree char *name = mis_input_get_name (in);
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisWorld) world = NULL;
  int fd = mis_input_open (in);

  if (fd < 0)
    return MIS_EXIT_FAILED;
  world = mis_table_read_file (fd, NULL, merge ? MIS_TABLE_MERGE : MIS_TABLE_ADD, NULL, &fault);
  mis_input_close (fd);
  if (world != NULL)
    return write_project (world, name, out);
  mis_message_fault (fault, name);
  return MIS_EXIT_FAILED;
}

static MisExit
run (const MisCommand *command, GStrv arguments)
{
  gboolean merge = FALSE;
  const GOptionEntry options[] = {
    { "merge", 0, 0, G_OPTION_ARG_NONE, &merge,
      N_("Make one group of agents that are alike in everything but the id"), NULL },
    { NULL },
  };
  Kind from, to;
  MisExit status;

  if (!mis_arguments_parse (command, &arguments, options, 2, 2, &status))
    return status;
  from = get_kind (arguments[1]);
  to = get_kind (arguments[2]);
  if (from == EITHER)
    from = get_other (to);
  else if (to == EITHER)
    to = get_other (from);
  if (from == PROJECT && to == TABLE && !merge)
    return convert_project (arguments[1], arguments[2]);
  if (from == TABLE && to == PROJECT)
    return convert_table (arguments[1], arguments[2], merge);
  if (from == PROJECT && to == TABLE)
    return mis_usage_error (command, _("--merge: found a project, expected a table to read"));
  return mis_usage_error (command,
                          _("found “%s” and “%s”, expected a project (.misalign, .json) and a "
                            "table (.csv), either way round"),
                          arguments[1], arguments[2]);
}

const MisCommand mis_command_convert = {
  .name = "convert",
  .operands = "IN OUT",
  .summary = N_("Turns a project into a population table, or the other way round"),
  .explanation = N_("The endings say which is which: .misalign or .json is a project, .csv a "
                    "table; “-” is standard input or output, and the other one of the two. "
                    "For example:\n\n"
                    "  misalign-cli convert people.csv people.misalign\n"
                    "  misalign-cli convert people.misalign people.csv\n\n"
                    "A table has a row for each group and problem area, under the headings agent,\n"
                    "area and goal, and perhaps weight, count, name and more. It holds no conflicts,\n"
                    "so a project made from one has the score 0 until they are set. What a table\n"
                    "cannot hold is named on standard error."),
  .run = run,
};
