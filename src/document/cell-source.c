#include "document/cell-source.h"

#include <math.h>

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (MisCellSource, mis_cell_source, G_TYPE_OBJECT)

static void
mis_cell_source_default_init (MisCellSourceInterface *iface)
{
  signals[CHANGED] = g_signal_new ("changed", MIS_TYPE_CELL_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

void
mis_cell_content_clear (MisCellContent *cell)
{
  g_return_if_fail (cell != NULL);

  g_clear_pointer (&cell->text, g_free);
}

void
mis_cell_column_clear (MisCellColumn *column)
{
  g_return_if_fail (column != NULL);

  g_clear_pointer (&column->title, g_free);
  g_clear_pointer (&column->group, g_free);
}

static void
clear_fault (MisCellFault *fault)
{
  g_free (fault->text);
  g_free (fault->reason);
}

GArray *
mis_cell_faults_new (void)
{
  GArray *faults = g_array_new (FALSE, FALSE, sizeof (MisCellFault));

  g_array_set_clear_func (faults, (GDestroyNotify)clear_fault);
  return faults;
}

void
mis_cell_faults_add (GArray *faults, guint row, guint column, const char *text, char *reason)
{
  MisCellFault fault = { row, column, g_strdup (text), reason };

  g_return_if_fail (faults != NULL);

  g_array_append_val (faults, fault);
}

guint
mis_cell_source_get_n_rows (MisCellSource *self)
{
  g_return_val_if_fail (MIS_IS_CELL_SOURCE (self), 0);

  return MIS_CELL_SOURCE_GET_IFACE (self)->get_n_rows (self);
}

guint
mis_cell_source_get_n_columns (MisCellSource *self)
{
  g_return_val_if_fail (MIS_IS_CELL_SOURCE (self), 0);

  return MIS_CELL_SOURCE_GET_IFACE (self)->get_n_columns (self);
}

guint
mis_cell_source_get_n_frozen (MisCellSource *self)
{
  g_return_val_if_fail (MIS_IS_CELL_SOURCE (self), 0);

  return MIS_CELL_SOURCE_GET_IFACE (self)->get_n_frozen (self);
}

void
mis_cell_source_get_column (MisCellSource *self, guint column, MisCellColumn *out)
{
  g_return_if_fail (MIS_IS_CELL_SOURCE (self));
  g_return_if_fail (column < mis_cell_source_get_n_columns (self));
  g_return_if_fail (out != NULL);

  *out = (MisCellColumn){ 0 };
  MIS_CELL_SOURCE_GET_IFACE (self)->get_column (self, column, out);
}

void
mis_cell_source_get_cell (MisCellSource *self, guint row, guint column, MisCellContent *out)
{
  g_return_if_fail (MIS_IS_CELL_SOURCE (self));
  g_return_if_fail (row < mis_cell_source_get_n_rows (self));
  g_return_if_fail (column < mis_cell_source_get_n_columns (self));
  g_return_if_fail (out != NULL);

  *out = (MisCellContent){ .level = (double)NAN };
  MIS_CELL_SOURCE_GET_IFACE (self)->get_cell (self, row, column, out);
}

char **
mis_cell_source_get_choices (MisCellSource *self, guint row, guint column)
{
  MisCellSourceInterface *iface;

  g_return_val_if_fail (MIS_IS_CELL_SOURCE (self), NULL);

  iface = MIS_CELL_SOURCE_GET_IFACE (self);
  return iface->get_choices != NULL ? iface->get_choices (self, row, column) : NULL;
}

char *
mis_cell_source_explain (MisCellSource *self, int row, guint column)
{
  MisCellSourceInterface *iface;

  g_return_val_if_fail (MIS_IS_CELL_SOURCE (self), NULL);

  iface = MIS_CELL_SOURCE_GET_IFACE (self);
  return iface->explain != NULL ? iface->explain (self, row, column) : NULL;
}

gboolean
mis_cell_source_edit (MisCellSource *self,
                      const MisCellArea *area,
                      const char *const *texts,
                      const char *name,
                      GArray *faults)
{
  g_return_val_if_fail (MIS_IS_CELL_SOURCE (self), FALSE);
  g_return_val_if_fail (area != NULL && area->n_rows > 0 && area->n_columns > 0, FALSE);
  g_return_val_if_fail (texts != NULL, FALSE);
  g_return_val_if_fail (faults != NULL, FALSE);

  return MIS_CELL_SOURCE_GET_IFACE (self)->edit (self, area, texts, name, faults);
}

void
mis_cell_source_changed (MisCellSource *self)
{
  g_return_if_fail (MIS_IS_CELL_SOURCE (self));

  g_signal_emit (self, signals[CHANGED], 0);
}
