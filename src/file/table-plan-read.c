/* A table read as a plan says, and its faults put back to where they are in the table. */
#include "file/table-plan-private.h"

#include "file/table-field.h"
#include "file/table-scan.h"

/* The fault itself and those in it, taken apart: (element-type MisFault). */
static void
take_apart (MisFault *fault, GPtrArray *list, guint *n_more)
{
  g_autoptr (GPtrArray) others = NULL;

  if (fault == NULL)
    return;
  *n_more += fault->n_more;
  fault->n_more = 0;
  others = g_steal_pointer (&fault->others);
  g_ptr_array_add (list, fault);
  while (others != NULL && others->len > 0)
    g_ptr_array_add (list, g_ptr_array_steal_index (others, 0));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const MisFault *first = *(MisFault *const *)a, *second = *(MisFault *const *)b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  return first->column < second->column ? -1 : first->column > second->column ? 1 : 0;
}

static MisFault *
put_together (GPtrArray *list, guint n_more)
{
  MisFault *first;

  if (list->len == 0)
    return NULL;
  g_ptr_array_sort (list, compare_lines);
  n_more += list->len > MIS_TABLE_MOST_FAULTS ? list->len - MIS_TABLE_MOST_FAULTS : 0;
  g_ptr_array_set_size (list, (int)MIN (list->len, MIS_TABLE_MOST_FAULTS));
  first = g_ptr_array_steal_index (list, 0);
  first->n_more = MIN (n_more, MIS_FAULT_MAX_MORE);
  first->others = list->len > 0 ? g_ptr_array_ref (list) : NULL;
  return first;
}

/* The number of a column, from 0, that a cell such as "D3" lies in; -1 for none. */
static int
find_column (const char *cell)
{
  int column = 0;

  for (const char *p = cell; p != NULL && *p >= 'A' && *p <= 'Z'; p++)
    column = column * 26 + (*p - 'A') + 1;
  return column - 1;
}

/* What was written in column @columns[i] came from there, in the record at hand. */
static void
put_back (MisFault *fault, const MisTablePlan *plan, const MisTableScan *scan, const int *columns)
{
  int written = find_column (fault->cell);
  int column = written >= 0 ? columns[written] : -1;

  g_clear_pointer (&fault->cell, g_free);
  g_clear_pointer (&fault->place, g_free);
  fault->column = mis_table_scan_get_column (scan, column >= 0 ? (guint)column : G_MAXUINT);
  fault->place = g_strdup (column >= 0 ? plan->labels[column] : "");
  if (column >= 0)
    fault->cell = mis_table_scan_name_cell ((guint)column, scan->row);
}

/* One more pass over the table, but only where something is wrong with it. */
static void
put_all_back (
    GPtrArray *faults, const MisTablePlan *plan, const char *text, gsize length, const int *columns)
{
  MisTableScan scan;
  guint next = 0;

  g_ptr_array_sort (faults, compare_lines);
  mis_table_scan_init_memory (&scan, text, length);
  mis_table_scan_set_separator (&scan, plan->separator);
  while (next < faults->len && ((MisFault *)g_ptr_array_index (faults, next))->line == 0)
    next++;
  if (mis_table_scan_header (&scan))
    do
      for (; next < faults->len; next++)
        {
          MisFault *fault = g_ptr_array_index (faults, next);

          if (fault->line > scan.line)
            break;
          put_back (fault, plan, &scan, columns);
        }
    while (next < faults->len && (mis_table_scan_next (&scan) || mis_table_scan_set_aside (&scan)));
  mis_fault_free (mis_table_scan_end (&scan));
}

static gboolean
is_stopped (const gint *stop)
{
  return stop != NULL && g_atomic_int_get (stop);
}

MisWorld *
mis_table_plan_read (const MisTablePlan *plan,
                     const char *text,
                     gsize length,
                     MisWorld *base,
                     MisTableHow how,
                     const gint *stop,
                     MisTableSummary *summary,
                     MisFault **fault)
{
  g_autoptr (GPtrArray) uneven = g_ptr_array_new_with_free_func ((GDestroyNotify)mis_fault_free);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify)mis_fault_free);
  g_autofree int *columns = NULL;
  GString *written;
  MisFault *first = NULL;
  MisWorld *world = NULL;
  guint n_more = 0;

  g_return_val_if_fail (fault != NULL, NULL);

  written = mis_table_plan_write (plan, text, length, &columns, stop, &first);
  take_apart (g_steal_pointer (&first), uneven, &n_more);
  if (!is_stopped (stop))
    world = mis_table_read (written->str, written->len, base, how | MIS_TABLE_LIST_MORE, summary,
                            &first);
  g_string_free (written, TRUE);
  take_apart (first, faults, &n_more);
  put_all_back (faults, plan, text, length, columns);
  g_ptr_array_extend_and_steal (faults, g_steal_pointer (&uneven));
  *fault = put_together (faults, n_more);
  if (*fault != NULL)
    g_clear_pointer (&world, mis_world_unref);
  return world;
}
