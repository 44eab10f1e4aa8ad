/* The wide form of a population table: a row for each group, under the names of the areas. */
#include "file/table-writer.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/row-reader.h"
#include "file/table-header.h"
#include "file/table-spelling.h"

/* How an area stands in the table. */
typedef struct
{
  const MisArea *area;
  const char *label;
  gboolean has_names;  /* its goals are called by their names */
  gboolean has_ranges; /* of some weight */
} Column;

static gboolean
has_range (const MisPosition *position)
{
  return position->low < position->weight || position->high > position->weight;
}

static void
find_ranges (const MisWorld *world, Column *columns)
{
  MisRowReader rows;

  mis_row_reader_init (&rows, world);
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    {
      guint n;
      const MisKnownPosition *known = mis_row_reader_read (&rows, i, &n);

      for (guint j = 0; j < n; j++)
        if (has_range (&known[j].position))
          columns[known[j].area].has_ranges = TRUE;
    }
  mis_row_reader_clear (&rows);
}

/* (array): one for each area; %NULL with an error if one cannot be the label of a column. */
static Column *
make_columns (const MisWorld *world, GError **error)
{
  guint n = mis_world_get_n_areas (world);
  Column *columns = g_new0 (Column, n + 1);
  gboolean has_names = mis_table_names_world (world);

  for (guint i = 0; i < n; i++)
    {
      const MisArea *area = mis_world_get_area (world, i);

      columns[i].area = area;
      columns[i].label = has_names ? mis_area_get_name (area) : mis_area_get_id (area);
      columns[i].has_names = mis_table_names_goals (area);
      for (guint role = 0; role < MIS_TABLE_N_ROLES; role++)
        if (strcmp (columns[i].label, mis_table_roles[role]) == 0)
          {
            g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_TABLE,
                         _("found a problem area with the id “%s”, which stands for something else "
                           "at the top of a column; expected another id, or the long form"),
                         columns[i].label);
            g_free (columns);
            return NULL;
          }
    }
  find_ranges (world, columns);
  return columns;
}

/* Empty fields are not quoted, as there is no need to tell them from empty texts. */
static void
append_text (MisCsv *csv, const char *text)
{
  if (*text != '\0')
    mis_csv_append_text (csv, text);
  else
    mis_csv_append_empty (csv);
}

static void
append_label (MisCsv *csv, const char *area, MisTableRole role)
{
  g_autofree char *label = g_strconcat (area, ":", mis_table_roles[role], NULL);

  mis_csv_append_text (csv, label);
}

static void
append_header (MisCsv *csv, const Column *columns, guint n)
{
  for (guint role = 0; role < MIS_TABLE_AREA; role++)
    append_text (csv, mis_table_roles[role]);
  for (guint i = 0; i < n; i++)
    {
      mis_csv_append_text (csv, columns[i].label);
      append_label (csv, columns[i].label, MIS_TABLE_WEIGHT);
      if (columns[i].has_ranges)
        {
          append_label (csv, columns[i].label, MIS_TABLE_LOW);
          append_label (csv, columns[i].label, MIS_TABLE_HIGH);
        }
    }
  mis_csv_end_row (csv);
}

static void
append_goal (MisCsv *csv, const Column *column, int goal)
{
  const MisGoal *held;

  if (goal == MIS_UNKNOWN)
    mis_csv_append_empty (csv);
  else if (goal == MIS_NO_GOAL)
    mis_csv_append_text (csv, "-");
  else
    {
      held = mis_area_get_goal (column->area, (guint) goal);
      mis_csv_append_text (csv, column->has_names ? held->name : held->id);
    }
}

/* @position: (nullable): %NULL where it is unknown. */
static void
append_position (MisCsv *csv, const Column *column, const MisPosition *position)
{
  gboolean is_range = position != NULL && has_range (position);

  append_goal (csv, column, position != NULL ? position->goal : MIS_UNKNOWN);
  mis_csv_append_number (csv, position != NULL ? position->weight : (double) NAN);
  if (!column->has_ranges)
    return;
  mis_csv_append_number (csv, is_range ? position->low : (double) NAN);
  mis_csv_append_number (csv, is_range ? position->high : (double) NAN);
}

static void
append_row (MisCsv *csv, MisRowReader *rows, guint agent, const Column *columns, guint n_areas)
{
  guint n, next = 0;
  const MisKnownPosition *known = mis_row_reader_read (rows, agent, &n);

  mis_table_append_agent (csv, mis_world_get_agent (rows->world, agent));
  for (guint i = 0; i < n_areas; i++)
    {
      gboolean is_known = next < n && known[next].area == i;

      append_position (csv, &columns[i], is_known ? &known[next].position : NULL);
      next += is_known ? 1 : 0;
    }
  mis_csv_end_row (csv);
}

GBytes *
mis_table_write_wide (const MisWorld *world, MisCsvStyle style, GError **error)
{
  guint n = mis_world_get_n_areas (world);
  g_autofree Column *columns = make_columns (world, error);
  MisCsv csv;
  MisRowReader rows;

  if (columns == NULL)
    return NULL;
  mis_csv_init (&csv, style);
  append_header (&csv, columns, n);
  mis_row_reader_init (&rows, world);
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    append_row (&csv, &rows, i, columns, n);
  mis_row_reader_clear (&rows);
  return mis_csv_end (&csv);
}
