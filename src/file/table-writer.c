#include "file/table-writer.h"

#include <math.h>
#include <string.h>

#include "core/row-reader.h"
#include "file/table-header.h"

static gboolean
has_range (const MisPosition *position)
{
  return position->goal != MIS_UNKNOWN
         && (position->low < position->weight || position->high > position->weight);
}

static gboolean
has_ranges (const MisWorld *world)
{
  gboolean found = FALSE;
  MisRowReader rows;

  mis_row_reader_init (&rows, world);
  for (guint i = 0; i < mis_world_get_n_agents (world) && !found; i++)
    {
      guint n;
      const MisKnownPosition *known = mis_row_reader_read (&rows, i, &n);

      for (guint j = 0; j < n; j++)
        found = found || has_range (&known[j].position);
    }
  mis_row_reader_clear (&rows);
  return found;
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

void
mis_table_append_agent (MisCsv *csv, const MisAgent *agent)
{
  append_text (csv, agent->id);
  append_text (csv, strcmp (agent->name, agent->id) != 0 ? agent->name : "");
  append_text (csv, mis_kinds[agent->kind].nick);
  append_text (csv, agent->principal);
  mis_csv_append_whole (csv, agent->count);
}

static void
append_position (MisCsv *csv, const MisArea *area, const MisPosition *position, gboolean ranges)
{
  double range[] = { position->low, position->high };

  append_text (csv, mis_area_get_id (area));
  append_text (csv, position->goal == MIS_NO_GOAL
                      ? "-"
                      : mis_area_get_goal (area, (guint) position->goal)->id);
  mis_csv_append_number (csv, position->weight);
  for (guint i = 0; ranges && i < G_N_ELEMENTS (range); i++)
    mis_csv_append_number (csv, has_range (position) ? range[i] : (double) NAN);
}

static void
append_rows (MisCsv *csv, MisRowReader *rows, guint agent, gboolean ranges)
{
  guint n;
  const MisKnownPosition *known = mis_row_reader_read (rows, agent, &n);

  for (guint i = 0; i < n; i++)
    {
      mis_table_append_agent (csv, mis_world_get_agent (rows->world, agent));
      append_position (csv, mis_world_get_area (rows->world, known[i].area), &known[i].position,
                       ranges);
      mis_csv_end_row (csv);
    }
  if (n > 0)
    return;
  mis_table_append_agent (csv, mis_world_get_agent (rows->world, agent));
  for (guint role = MIS_TABLE_AREA; role < (ranges ? MIS_TABLE_N_ROLES : MIS_TABLE_LOW); role++)
    append_text (csv, "");
  mis_csv_end_row (csv);
}

GBytes *
mis_table_write (const MisWorld *world, MisCsvStyle style)
{
  gboolean ranges = has_ranges (world);
  MisCsv csv;
  MisRowReader rows;

  mis_csv_init (&csv, style);
  for (guint i = 0; i < (ranges ? MIS_TABLE_N_ROLES : MIS_TABLE_LOW); i++)
    append_text (&csv, mis_table_roles[i]);
  mis_csv_end_row (&csv);
  mis_row_reader_init (&rows, world);
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    append_rows (&csv, &rows, i, ranges);
  mis_row_reader_clear (&rows);
  return mis_csv_end (&csv);
}
