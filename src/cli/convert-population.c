/* `convert` between projects and population tables. */
#include "cli/convert.h"

#include <glib/gi18n-lib.h>

#include "cli/input.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/remark.h"
#include "core/number.h"
#include "file/project-writer.h"
#include "file/table-import.h"
#include "file/table-writer.h"

MisWorld *
mis_convert_read_project (const char *path)
{
  g_autofree char *name = mis_input_get_name (path);
  g_autoptr (MisFault) fault = NULL;
  MisWorld *world = mis_input_read (path, &fault);

  if (world == NULL)
    mis_message_fault (fault, name);
  return world;
}

MisExit
mis_convert_write_project (const MisConversion *conversion, const MisWorld *world)
{
  g_autoptr (GBytes) bytes = mis_project_write (world);
  gboolean is_own = g_strcmp0 (conversion->into, conversion->out) == 0;

  if (!is_own && !conversion->force
      && !mis_output_is_free (conversion->out, _("--into puts the rows of the table into it and "
                                                 "keeps its conflicts, notes and scenarios")))
    return MIS_EXIT_FAILED;
  return mis_output_write (conversion->out, bytes) ? MIS_EXIT_DONE : MIS_EXIT_FAILED;
}

gboolean
mis_convert_write_table (const MisConversion *conversion, GBytes *bytes)
{
  if (!conversion->force && !mis_output_is_free (conversion->out, NULL))
    return FALSE;
  return mis_output_write (conversion->out, bytes);
}

MisExit
mis_convert_project_to_table (const MisConversion *conversion)
{
  g_autofree char *name = mis_input_get_name (conversion->in);
  g_autoptr (MisWorld) world = mis_convert_read_project (conversion->in);
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (world == NULL)
    return MIS_EXIT_FAILED;
  losses = conversion->wide ? mis_table_list_wide_losses (world) : mis_table_list_losses (world);
  bytes = conversion->wide ? mis_table_write_wide (world, conversion->style, &error)
                           : mis_table_write (world, conversion->style);
  if (bytes == NULL)
    {
      mis_message ("%s: %s", name, error->message);
      return MIS_EXIT_FAILED;
    }
  if (!mis_convert_write_table (conversion, bytes))
    return MIS_EXIT_FAILED;
  for (guint i = 0; i < losses->len; i++)
    mis_message (_("%s: remark: a table cannot hold everything: %s"), name,
                 (const char *) losses->pdata[i]);
  return MIS_EXIT_DONE;
}

/* Where words of one's own go, to whoever has put them into the column of kinds. */
static void
advise_kinds (const MisFault *fault, const char *name)
{
  gboolean is_kind = g_ascii_strcasecmp (fault->place, "kind") == 0;

  for (guint i = 0; fault->others != NULL && i < fault->others->len; i++)
    {
      const MisFault *other = g_ptr_array_index (fault->others, i);

      is_kind = is_kind || g_ascii_strcasecmp (other->place, "kind") == 0;
    }
  if (is_kind)
    mis_message (_("%s: words of your own for agents go into a column “principal”; their kinds are "
                   "human, ai, organization or other, or a word such as “company” or “citizen”"),
                 name);
}

/* @base: (nullable): a project whose agents the table replaces; %NULL if it cannot be read, which
 * was said. */
static MisWorld *
read_table (const MisConversion *conversion, MisWorld *base, MisTableSummary *summary)
{
  MisTableHow how = (conversion->merge ? MIS_TABLE_MERGE : MIS_TABLE_ADD)
                    | (base != NULL ? MIS_TABLE_REPLACE : MIS_TABLE_ADD);
  g_autofree char *name = mis_input_get_name (conversion->in);
  g_autoptr (MisFault) fault = NULL;
  MisWorld *world;
  int fd = mis_input_open (conversion->in);

  if (fd < 0)
    return NULL;
  world = mis_table_read_file (fd, base, how, summary, &fault);
  mis_input_close (fd);
  if (world == NULL)
    {
      mis_message_fault (fault, name);
      advise_kinds (fault, name);
    }
  return world;
}

/* (transfer full): a project has a title, which a table has not: that of its file. */
static MisWorld *
set_title (MisWorld *world, const char *path)
{
  g_autofree char *name
    = mis_input_is_standard (path) ? g_strdup ("") : g_filename_display_basename (path);

  return mis_table_set_title (world, name);
}

static void
remark_conflicts (double conflict, const char *name)
{
  char text[MIS_NUMBER_SIZE];

  if (conflict > 0.0)
    mis_message (_("%s: remark: a table holds no conflicts, so all of them are %s in the project, "
                   "as --default-conflict says"), name, mis_number_format (conflict, text));
  else
    mis_message (_("%s: remark: a table holds no conflicts, so all of them are 0 in the project, "
                   "and its score is 0 until they are set: in the window under Conflicts, here "
                   "with “--default-conflict 1” or “convert --conflicts AREA”"), name);
}

MisExit
mis_convert_table_to_project (const MisConversion *conversion)
{
  g_autofree char *name = mis_input_get_name (conversion->in);
  g_auto (MisTableSummary) summary = { 0 };
  g_autoptr (MisWorld) bare = read_table (conversion, NULL, &summary);
  g_autoptr (MisWorld) titled = bare != NULL ? set_title (bare, conversion->out) : NULL;
  g_autoptr (MisWorld) world
    = titled != NULL ? mis_table_set_conflicts (titled, 0, conversion->default_conflict) : NULL;

  if (world == NULL || mis_convert_write_project (conversion, world) != MIS_EXIT_DONE)
    return MIS_EXIT_FAILED;
  mis_remark_contents (world, summary.n_rows, name);
  mis_remark_kinds (&summary, name);
  mis_remark_empty_weights (summary.n_empty_weights, name);
  mis_remark_unknown (world, name);
  mis_remark_doubts (world, name);
  remark_conflicts (conversion->default_conflict, name);
  return MIS_EXIT_DONE;
}

MisExit
mis_convert_table_into_project (const MisConversion *conversion)
{
  g_autofree char *name = mis_input_get_name (conversion->in);
  g_autofree char *project = mis_input_get_name (conversion->out);
  g_autoptr (MisWorld) base = mis_convert_read_project (conversion->into);
  g_auto (MisTableSummary) summary = { 0 };
  g_autoptr (MisWorld) bare = base != NULL ? read_table (conversion, base, &summary) : NULL;
  g_autoptr (MisWorld) world
    = bare != NULL ? mis_table_set_conflicts (bare, mis_world_get_n_areas (base),
                                            conversion->default_conflict)
                   : NULL;

  if (world == NULL || mis_convert_write_project (conversion, world) != MIS_EXIT_DONE)
    return MIS_EXIT_FAILED;
  mis_remark_contents (world, summary.n_rows, name);
  mis_remark_kinds (&summary, name);
  mis_remark_empty_weights (summary.n_empty_weights, name);
  mis_remark_unknown (world, name);
  mis_remark_doubts (world, name);
  mis_remark_differences (base, world, summary.n_changed, project);
  mis_remark_dangling (world, project);
  return MIS_EXIT_DONE;
}
