/* Texts that were typed or pasted and cannot be taken, and how that is said. */
#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/cell-grid-private.h"

#define POPOVER_CHARS 40
#define LIST_HEIGHT 280

static void
clear_fault (MisGridFault *fault)
{
  g_free (fault->row_name);
  g_free (fault->text);
  g_free (fault->reason);
}

GArray *
mis_cell_grid_new_faults (void)
{
  GArray *faults = g_array_new (FALSE, FALSE, sizeof (MisGridFault));

  g_array_set_clear_func (faults, (GDestroyNotify) clear_fault);
  return faults;
}

MisGridFault *
mis_cell_grid_find_fault (MisCellGrid *self, guint row, guint column)
{
  for (guint i = 0; i < self->faults->len; i++)
    {
      MisGridFault *fault = &g_array_index (self->faults, MisGridFault, i);

      if (fault->place.row == row && fault->place.column == column)
        return fault;
    }
  return NULL;
}

static void
remove_at (MisCellGrid *self, guint index)
{
  MisGridPlace place = g_array_index (self->faults, MisGridFault, index).place;

  g_array_remove_index (self->faults, index);
  mis_cell_grid_refresh_cell (self, place.row, place.column);
}

gboolean
mis_cell_grid_remove_fault (MisCellGrid *self, MisGridPlace place)
{
  for (guint i = 0; i < self->faults->len; i++)
    {
      const MisGridPlace *other = &g_array_index (self->faults, MisGridFault, i).place;

      if (other->row == place.row && other->column == place.column)
        {
          remove_at (self, i);
          return TRUE;
        }
    }
  return FALSE;
}

void
mis_cell_grid_add_fault (MisCellGrid *self,
                         MisGridPlace place,
                         const char *text,
                         const char *reason)
{
  MisGridFault fault = { .place = place,
                         .row_name = g_strdup (mis_cell_grid_get_row_name (self, place.row)),
                         .text = g_strdup (text),
                         .reason = g_strdup (reason) };

  mis_cell_grid_remove_fault (self, place);
  g_array_append_val (self->faults, fault);
  mis_cell_grid_refresh_cell (self, place.row, place.column);
}

static gboolean
is_where_it_was (MisCellGrid *self, const MisGridFault *fault)
{
  return fault->place.row < self->n_rows && fault->place.column < mis_cell_grid_n_columns (self) &&
         g_strcmp0 (fault->row_name, mis_cell_grid_get_row_name (self, fault->place.row)) == 0;
}

void
mis_cell_grid_check_faults (MisCellGrid *self)
{
  for (guint i = self->faults->len; i > 0; i--)
    if (!is_where_it_was (self, &g_array_index (self->faults, MisGridFault, i - 1)))
      remove_at (self, i - 1);
  mis_cell_grid_show_fault (self);
}

const char *
mis_cell_grid_get_fault (MisCellGrid *self)
{
  MisGridFault *fault;

  g_return_val_if_fail (MIS_IS_CELL_GRID (self), NULL);

  fault = mis_cell_grid_find_fault (self, self->cursor.row, self->cursor.column);
  return fault != NULL ? fault->reason : NULL;
}

static GtkWidget *
new_popover (MisCellGrid *self)
{
  GtkWidget *popover = gtk_popover_new (), *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), POPOVER_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_can_focus (popover, FALSE);
  gtk_widget_set_can_target (popover, FALSE);
  gtk_widget_add_css_class (popover, "cell-fault");
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  return popover;
}

void
mis_cell_grid_show_fault (MisCellGrid *self)
{
  const char *reason = mis_cell_grid_get_fault (self);
  GtkPopover *popover;

  mis_cell_grid_notify_fault (self);
  if (reason == NULL)
    {
      g_clear_pointer (&self->fault_popover, gtk_widget_unparent);
      return;
    }
  if (self->fault_popover == NULL)
    self->fault_popover = new_popover (self);
  popover = GTK_POPOVER (self->fault_popover);
  gtk_label_set_label (GTK_LABEL (gtk_popover_get_child (popover)), reason);
  gtk_popover_set_position (popover, self->choices != NULL ? GTK_POS_TOP : GTK_POS_BOTTOM);
  mis_cell_grid_place_popovers (self);
  gtk_popover_popup (popover);
}

static void
place_popover (MisCellGrid *self, GtkWidget *popover)
{
  GdkRectangle area, all = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                             gtk_widget_get_height (GTK_WIDGET (self)) };

  if (popover == NULL || self->cursor.column >= mis_cell_grid_n_columns (self))
    return;
  mis_cell_grid_locate_drawn (self, (int) self->cursor.row, (int) self->cursor.column, &area);
  if (!gdk_rectangle_intersect (&area, &all, &area))
    area = (GdkRectangle){ CLAMP (area.x, 0, all.width), CLAMP (area.y, 0, all.height), 1, 1 };
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);
  if (gtk_widget_get_mapped (popover))
    gtk_popover_present (GTK_POPOVER (popover));
}

void
mis_cell_grid_place_popovers (MisCellGrid *self)
{
  place_popover (self, self->fault_popover);
  place_popover (self, self->choices);
}

static GtkWidget *
new_dialog (MisCellGrid *self, const char *heading, const char *body)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  return dialog;
}

void
mis_cell_grid_tell (MisCellGrid *self, const char *heading, const char *body)
{
  gtk_window_present (GTK_WINDOW (new_dialog (self, heading, body)));
}

/* Where a text would have gone: rows and columns that are not there yet have numbers only. */
static char *
describe_fault (MisCellGrid *self, const MisCellFault *fault)
{
  g_autofree char *column = NULL;

  if (fault->column < mis_cell_grid_n_columns (self))
    column = mis_cell_grid_get_column_name (self, fault->column);
  else
    column = g_strdup_printf ("%u", fault->column + 1);
  return g_strdup_printf (_ ("Row %u, %s: %s"), fault->row + 1, column, fault->reason);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
new_list (MisCellGrid *self, GArray *faults)
{
  GtkStringList *texts = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new (), *list;

  for (guint i = 0; i < faults->len; i++)
    gtk_string_list_take (texts, describe_fault (self, &g_array_index (faults, MisCellFault, i)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (texts))),
                            factory);
  gtk_widget_add_css_class (list, "cell-faults");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  return scrolled;
}

void
mis_cell_grid_tell_faults (MisCellGrid *self, GArray *faults)
{
  g_autofree char *body = g_strdup_printf (
      ngettext ("%u cell cannot be taken.", "%u cells cannot be taken.", faults->len), faults->len);
  GtkWidget *dialog = new_dialog (self, _ ("Nothing Has Been Changed"), body);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_list (self, faults));
  gtk_window_present (GTK_WINDOW (dialog));
}
