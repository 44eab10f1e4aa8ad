/* A text that is typed into a cell: how it begins, how it is taken, and where the cursor goes. */
#include "app/cell-grid-private.h"

static MisGridPane *
get_pane (MisCellGrid *self, guint column)
{
  return self->panes[0][column < self->n_frozen ? MIS_GRID_FROZEN_PANE : MIS_GRID_SCROLLED_PANE];
}

/* The source, or why it does not take the text. */
static gboolean
take (MisCellGrid *self, MisGridPlace place, const char *text)
{
  g_autoptr (GArray) faults = mis_cell_faults_new ();
  MisCellArea area = { place.row, place.column, 1, 1 };

  if (mis_cell_source_edit (self->source, &area, &text, NULL, faults))
    {
      mis_cell_grid_remove_fault (self, place);
      return TRUE;
    }
  mis_cell_grid_add_fault (self, place, text,
                           faults->len > 0 ? g_array_index (faults, MisCellFault, 0).reason : "");
  return FALSE;
}

/* What is typed stands for the choice that is marked. */
static const char *
get_typed (MisCellGrid *self)
{
  const char *choice = self->choices != NULL
                           ? mis_choice_popover_get_choice (MIS_CHOICE_POPOVER (self->choices))
                           : NULL;

  return choice != NULL ? choice : gtk_editable_get_text (GTK_EDITABLE (self->editor));
}

static gboolean
take_typed (MisCellGrid *self)
{
  g_autofree char *typed = g_strdup (get_typed (self));

  if (g_strcmp0 (typed, self->before) == 0)
    return mis_cell_grid_find_fault (self, self->cursor.row, self->cursor.column) == NULL;
  g_free (self->before);
  self->before = g_strdup (typed);
  return take (self, self->cursor, typed);
}

static void
drop_field (MisCellGrid *self)
{
  g_clear_handle_id (&self->drop_source, g_source_remove);
  for (int pane = 0; pane < MIS_GRID_N_PANES; pane++)
    mis_grid_pane_set_cover (self->panes[0][pane], NULL, 0, 0);
}

static gboolean
drop_field_cb (gpointer user_data)
{
  MisCellGrid *self = user_data;

  self->drop_source = 0;
  drop_field (self);
  return G_SOURCE_REMOVE;
}

/* A field that the keyboard is leaving stays until it has left: GTK goes up from it. */
static void
close_editor (MisCellGrid *self)
{
  GtkWidget *editor = GTK_WIDGET (self->editor);
  gboolean had_focus = gtk_widget_has_focus (editor) || gtk_widget_is_focus (editor);

  g_object_ref (editor);
  self->editor = NULL;
  g_clear_pointer (&self->choices, gtk_widget_unparent);
  g_clear_pointer (&self->before, g_free);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->is_leaving)
    self->drop_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, drop_field_cb, self, NULL);
  else
    drop_field (self);
  g_object_unref (editor);
}

gboolean
mis_cell_grid_end_edit (MisCellGrid *self, gboolean taken)
{
  gboolean done = TRUE;

  if (self->editor == NULL)
    return TRUE;
  if (taken)
    done = take_typed (self);
  /* The source may have changed so much that the cell is no longer there. */
  if (self->editor == NULL)
    return done;
  if (!taken)
    mis_cell_grid_remove_fault (self, self->cursor);
  close_editor (self);
  mis_cell_grid_show_fault (self);
  return done;
}

/* What cannot be taken can be mended at once: the field stays open. */
static gboolean
finish (MisCellGrid *self)
{
  if (self->editor != NULL && !take_typed (self))
    {
      mis_cell_grid_show_fault (self);
      return FALSE;
    }
  return mis_cell_grid_end_edit (self, TRUE);
}

/* Enter goes below where Tab began, as one fills a table row by row. */
static void
go_down (MisCellGrid *self, int step)
{
  guint column = self->tab_column != G_MAXUINT ? self->tab_column : self->cursor.column;

  if (finish (self))
    mis_cell_grid_move (self, (gint64) self->cursor.row + step, column, FALSE);
}

static void
go_on (MisCellGrid *self, int step)
{
  guint began = self->tab_column != G_MAXUINT ? self->tab_column : self->cursor.column;

  if (!finish (self))
    return;
  mis_cell_grid_move (self, self->cursor.row, (gint64) self->cursor.column + step, FALSE);
  self->tab_column = began;
}

/* Of a text that replaces another arrows are no part yet. */
static gboolean
press_arrow (MisCellGrid *self, guint keyval)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  int step;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      go_down (self, keyval == GDK_KEY_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      step = keyval == GDK_KEY_Left ? -forward : forward;
      if (!self->is_typed)
        return GDK_EVENT_PROPAGATE;
      if (finish (self))
        mis_cell_grid_move (self, self->cursor.row, (gint64) self->cursor.column + step, FALSE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_cb (MisCellGrid *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if (self->choices != NULL &&
      mis_choice_popover_press (MIS_CHOICE_POPOVER (self->choices), keyval))
    return GDK_EVENT_STOP;
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      go_down (self, shift ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      go_on (self, shift || keyval == GDK_KEY_ISO_Left_Tab ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      mis_cell_grid_end_edit (self, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
      self->is_typed = FALSE;
      return GDK_EVENT_STOP;
    default:
      return state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)
                 ? GDK_EVENT_PROPAGATE
                 : press_arrow (self, keyval);
    }
}

/* The window may lose the keyboard and the field still have it; and a field that is no more may
 * still lose it to the next one. */
static void
leave_cb (MisCellGrid *self, GtkEventController *controller)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *editor = gtk_event_controller_get_widget (controller);

  if (self->editor == NULL || editor != GTK_WIDGET (self->editor) || focus == editor)
    return;
  self->is_leaving = TRUE;
  mis_cell_grid_end_edit (self, TRUE);
  self->is_leaving = FALSE;
}

static void
typed_cb (MisCellGrid *self)
{
  if (self->editor == NULL)
    return;
  mis_cell_grid_scroll_to (self, self->cursor.row, self->cursor.column);
  if (self->choices != NULL)
    mis_choice_popover_type (MIS_CHOICE_POPOVER (self->choices),
                             gtk_editable_get_text (GTK_EDITABLE (self->editor)));
}

static void
chosen_cb (MisCellGrid *self)
{
  mis_cell_grid_end_edit (self, TRUE);
}

static void
open_choices (MisCellGrid *self)
{
  g_auto (GStrv) choices =
      mis_cell_source_get_choices (self->source, self->cursor.row, self->cursor.column);

  if (choices == NULL)
    return;
  self->choices = GTK_WIDGET (mis_choice_popover_new ((const char *const *) choices, self->before));
  gtk_widget_set_parent (self->choices, GTK_WIDGET (self));
  g_signal_connect_object (self->choices, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  mis_cell_grid_place_popovers (self);
  gtk_popover_popup (GTK_POPOVER (self->choices));
}

static GtkWidget *
new_editor (MisCellGrid *self, const MisCellContent *content)
{
  static const float alignments[] = { 0.0f, 0.5f, 1.0f };
  GtkWidget *editor = gtk_text_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (editor, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (editor, focus);
  gtk_editable_set_alignment (GTK_EDITABLE (editor), alignments[mis_grid_side_of (content)]);
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mis_cell_grid_column (self, self->cursor.column)->words.title,
                                  -1);
  return editor;
}

/* In a box, for the text to stand in the middle of the cell and nothing to be seen behind it. */
static void
open_editor (MisCellGrid *self, const MisCellContent *content, const char *text)
{
  GtkWidget *editor = new_editor (self, content);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_editable_set_text (GTK_EDITABLE (editor), text);
  gtk_widget_add_css_class (box, "cell-editor");
  gtk_box_append (GTK_BOX (box), editor);
  self->editor = GTK_TEXT (editor);
  mis_grid_pane_set_cover (get_pane (self, self->cursor.column), box, (int) self->cursor.row,
                           (int) self->cursor.column);
  g_signal_connect_object (editor, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}

/* What the cell says, or what was typed and could not be taken. */
static void
get_content (MisCellGrid *self, MisCellContent *content)
{
  MisGridFault *fault = mis_cell_grid_find_fault (self, self->cursor.row, self->cursor.column);

  mis_cell_source_get_cell (self->source, self->cursor.row, self->cursor.column, content);
  if (fault != NULL)
    {
      g_free (content->text);
      content->text = g_strdup (fault->text);
    }
  if (content->text == NULL)
    content->text = g_strdup ("");
}

static void
begin (MisCellGrid *self, const MisCellContent *content, const char *text)
{
  drop_field (self);
  mis_cell_grid_scroll_to (self, self->cursor.row, self->cursor.column);
  self->is_typed = text != NULL;
  self->before = g_strdup (content->text);
  open_editor (self, content, text != NULL ? text : content->text);
  if (content->flags & MIS_CELL_CHOICE)
    open_choices (self);
  gtk_text_grab_focus_without_selecting (self->editor);
  if (self->choices != NULL)
    gtk_editable_select_region (GTK_EDITABLE (self->editor), 0, -1);
  else
    gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
}

/* Who has the keyboard ends what was typed there, which may change the table: before there is a
 * field in it. */
static void
take_keyboard (MisCellGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

gboolean
mis_cell_grid_edit (MisCellGrid *self, const char *text)
{
  MisCellContent content;
  gboolean is_fixed;

  if (self->editor != NULL)
    return TRUE;
  take_keyboard (self);
  if (self->cursor.row >= self->n_rows || self->cursor.column >= mis_cell_grid_n_columns (self))
    return FALSE;
  get_content (self, &content);
  is_fixed = (content.flags & MIS_CELL_FIXED) != 0;
  if (is_fixed)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    begin (self, &content, text);
  mis_cell_content_clear (&content);
  return !is_fixed;
}

void
mis_cell_grid_begin_edit (MisCellGrid *self)
{
  g_return_if_fail (MIS_IS_CELL_GRID (self));

  mis_cell_grid_edit (self, NULL);
}

void
mis_cell_grid_begin_name (MisCellGrid *self)
{
  g_return_if_fail (MIS_IS_CELL_GRID (self));

  mis_cell_grid_begin_edit (self);
  if (self->editor != NULL)
    gtk_editable_select_region (GTK_EDITABLE (self->editor), 0, -1);
}

gboolean
mis_cell_grid_commit (MisCellGrid *self)
{
  g_return_val_if_fail (MIS_IS_CELL_GRID (self), FALSE);

  return finish (self);
}

GtkText *
mis_cell_grid_get_editor (MisCellGrid *self)
{
  g_return_val_if_fail (MIS_IS_CELL_GRID (self), NULL);

  return self->editor;
}
