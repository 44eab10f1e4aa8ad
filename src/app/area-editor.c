#include "app/area-editor-private.h"

#include <glib/gi18n.h>

#include "core/edit-areas.h"
#include "core/edit-goals.h"
#include "core/edit.h"

G_DEFINE_FINAL_TYPE (MisAreaEditor, mis_area_editor, ADW_TYPE_BIN)

static void
end_typing (MisAreaEditor *self)
{
  if (self->document != NULL)
    mis_document_end_gesture (self->document);
}

static void
name_edited_cb (MisAreaEditor *self, const char *name)
{
  MisWorld *base;
  const char *description;
  g_autoptr (MisWorld) edited = NULL;
  g_autoptr (GError) error = NULL;

  if (self->document == NULL)
    return;
  mis_document_begin_gesture (self->document);
  base = mis_document_get_base_world (self->document);
  description = mis_area_get_description (mis_world_get_area (base, self->area));
  edited = mis_world_with_area_texts (base, self->area, name, description, &error);
  mis_name_editor_set_fault (self->name, edited == NULL ? error->message : NULL);
  if (edited != NULL)
    mis_document_edit (self->document, edited, _ ("Rename Problem Area"));
}

static void
description_edited_cb (MisAreaEditor *self, const char *description)
{
  MisWorld *base;
  g_autoptr (MisWorld) edited = NULL;
  g_autoptr (GError) error = NULL;

  if (self->document == NULL)
    return;
  mis_document_begin_gesture (self->document);
  base = mis_document_get_base_world (self->document);
  edited = mis_world_with_area_texts (base, self->area,
                                      mis_area_get_name (mis_world_get_area (base, self->area)),
                                      description, &error);
  mis_text_editor_set_fault (self->description, edited == NULL ? error->message : NULL);
  if (edited != NULL)
    mis_document_edit (self->document, edited, _ ("Describe Problem Area"));
}

static void
goal_described_cb (MisAreaEditor *self, const char *description)
{
  int goal = mis_area_editor_get_goal (self);
  MisWorld *base;
  const MisGoal *texts;
  g_autoptr (MisWorld) edited = NULL;
  g_autoptr (GError) error = NULL;

  if (goal < 0)
    return;
  mis_document_begin_gesture (self->document);
  base = mis_document_get_base_world (self->document);
  texts = mis_area_get_goal (mis_world_get_area (base, self->area), (guint) goal);
  edited = mis_world_with_goal_texts (base, self->area, (guint) goal, texts->name, description,
                                      &error);
  mis_text_editor_set_fault (self->goal_description, edited == NULL ? error->message : NULL);
  if (edited != NULL)
    mis_document_edit (self->document, edited, _ ("Describe Goal"));
}

/* The two goals of the cell with the cursor; %FALSE on a name and on the diagonal, and while the
 * table does not know yet which goals have gone. */
static gboolean
get_pair (MisAreaEditor *self, int *g, int *h)
{
  int n = (int) mis_area_get_n_goals (mis_area_editor_get_area (self));

  return self->matrix != NULL
         && mis_conflict_matrix_get_goals (self->matrix, mis_cell_grid_get_cursor_row (self->grid),
                                          mis_cell_grid_get_cursor_column (self->grid), g, h)
         && *g < n && *h < n;
}

static void
note_edited_cb (MisAreaEditor *self, MisNote *note)
{
  g_autoptr (MisArea) noted = NULL;
  g_autoptr (MisWorld) edited = NULL;
  MisConflict conflict;
  MisWorld *base;
  MisArea *area;
  int g, h;

  if (!get_pair (self, &g, &h))
    return;
  mis_document_begin_gesture (self->document);
  base = mis_document_get_base_world (self->document);
  area = mis_world_get_area (base, self->area);
  conflict = mis_area_get_conflict (area, g, h);
  conflict.note = note;
  noted = mis_area_with_conflict_range (area, &conflict, NULL);
  edited = noted != NULL ? mis_world_with_area (base, self->area, noted, NULL) : NULL;
  if (edited != NULL)
    mis_document_edit (self->document, edited, _ ("Change Note"));
}

static void
show_goal_detail (MisAreaEditor *self, int goal)
{
  const MisGoal *texts = mis_area_get_goal (mis_area_editor_get_area (self), (guint) goal);

  gtk_label_set_label (self->goal_title, texts->name);
  mis_text_editor_show (self->goal_description, texts->description);
  gtk_stack_set_visible_child_name (self->detail, "goal");
}

static void
show_pair_detail (MisAreaEditor *self, int g, int h)
{
  MisArea *area = mis_area_editor_get_area (self);
  MisConflict conflict = mis_area_get_conflict (area, g, h);
  g_autofree char *title = g_strdup_printf ("%s – %s", mis_area_get_goal_name (area, g),
                                            mis_area_get_goal_name (area, h));

  mis_note_editor_show (self->pair_note, title,
                        _ ("If one of the two goals is reached, how likely is the other blocked?"),
                        conflict.note);
  gtk_stack_set_visible_child_name (self->detail, "pair");
}

static void
show_detail (MisAreaEditor *self)
{
  int goal = mis_area_editor_get_goal (self), g, h;

  if (get_pair (self, &g, &h))
    show_pair_detail (self, g, h);
  else if (goal >= 0)
    show_goal_detail (self, goal);
  else
    gtk_stack_set_visible_child_name (self->detail, "none");
}

/* Of an area that has gone the page takes leave right after the table does. */
static void
selection_changed_cb (MisAreaEditor *self)
{
  if (self->document == NULL
      || self->area >= mis_world_get_n_areas (mis_document_get_world (self->document)))
    return;
  mis_area_editor_update_goal_actions (self);
  show_detail (self);
}

static void
update (MisAreaEditor *self)
{
  MisArea *area = mis_area_editor_get_area (self);

  mis_name_editor_show (self->name, mis_area_get_name (area));
  mis_text_editor_show (self->description, mis_area_get_description (area));
  selection_changed_cb (self);
}

static void
forget_document (MisAreaEditor *self)
{
  mis_cell_grid_set_source (self->grid, NULL);
  g_clear_object (&self->matrix);
  g_clear_pointer (&self->area_id, g_free);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
}

static void
mis_area_editor_dispose (GObject *object)
{
  MisAreaEditor *self = MIS_AREA_EDITOR (object);

  if (self->grid != NULL)
    forget_document (self);
  g_clear_object (&self->grid);
  g_clear_object (&self->merges);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_AREA_EDITOR);
  G_OBJECT_CLASS (mis_area_editor_parent_class)->dispose (object);
}

static void
mis_area_editor_class_init (MisAreaEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_area_editor_dispose;

  g_type_ensure (MIS_TYPE_NAME_EDITOR);
  g_type_ensure (MIS_TYPE_NOTE_EDITOR);
  g_type_ensure (MIS_TYPE_TEXT_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/area-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MisAreaEditor, name);
  gtk_widget_class_bind_template_child (widget_class, MisAreaEditor, description);
  gtk_widget_class_bind_template_child (widget_class, MisAreaEditor, grid_scroller);
  gtk_widget_class_bind_template_child (widget_class, MisAreaEditor, detail);
  gtk_widget_class_bind_template_child (widget_class, MisAreaEditor, goal_title);
  gtk_widget_class_bind_template_child (widget_class, MisAreaEditor, goal_description);
  gtk_widget_class_bind_template_child (widget_class, MisAreaEditor, pair_note);
  gtk_widget_class_bind_template_callback (widget_class, name_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, description_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, goal_described_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_typing);
}

static void
mis_area_editor_init (MisAreaEditor *self)
{
  g_autoptr (GMenuModel) menu = NULL;

  self->actions = g_simple_action_group_new ();
  mis_area_editor_add_goal_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "goals", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->merges = g_menu_new ();
  menu = mis_area_editor_new_menu (self);
  self->grid = g_object_ref_sink (MIS_CELL_GRID (mis_cell_grid_new ()));
  mis_cell_grid_set_menu (self->grid, menu);
  mis_cell_grid_set_move_actions (self->grid, "goals.move-up", "goals.move-down",
                                  "goals.move-to");
  gtk_scrolled_window_set_child (self->grid_scroller, GTK_WIDGET (self->grid));
  g_signal_connect_object (self->grid, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Another area is another source; the same one follows the document by itself. */
static void
show_area (MisAreaEditor *self, MisDocument *document, guint area)
{
  g_autoptr (GVariant) null_goal =
    g_action_group_get_action_state (G_ACTION_GROUP (self->actions), "null-goal");

  forget_document (self);
  self->document = g_object_ref (document);
  self->area = area;
  self->area_id = g_strdup (mis_area_get_id (mis_area_editor_get_area (self)));
  self->matrix = mis_conflict_matrix_new (document, area);
  mis_conflict_matrix_follow_base (self->matrix);
  mis_conflict_matrix_set_null_goal_shown (self->matrix, g_variant_get_boolean (null_goal));
  mis_cell_grid_set_source (self->grid, MIS_CELL_SOURCE (self->matrix));
  /* The same cell may be that of other goals now. */
  g_signal_connect_object (self->matrix, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
shows (MisAreaEditor *self, MisDocument *document, guint area)
{
  MisWorld *world = mis_document_get_world (document);

  return document == self->document
         && g_strcmp0 (mis_area_get_id (mis_world_get_area (world, area)), self->area_id) == 0;
}

void
mis_area_editor_set_area (MisAreaEditor *self, MisDocument *document, guint area)
{
  g_return_if_fail (MIS_IS_AREA_EDITOR (self));

  if (document == NULL)
    {
      forget_document (self);
      return;
    }
  if (!shows (self, document, area))
    show_area (self, document, area);
  self->area = area;
  update (self);
}

void
mis_area_editor_take_focus (MisAreaEditor *self)
{
  g_return_if_fail (MIS_IS_AREA_EDITOR (self));

  gtk_widget_child_focus (GTK_WIDGET (self->name), GTK_DIR_TAB_FORWARD);
}

void
mis_area_editor_show_goal (MisAreaEditor *self, guint goal)
{
  g_return_if_fail (MIS_IS_AREA_EDITOR (self));
  g_return_if_fail (self->matrix != NULL);

  mis_cell_grid_set_cursor (self->grid, goal, 0);
}

MisArea *
mis_area_editor_get_area (MisAreaEditor *self)
{
  return mis_world_get_area (mis_document_get_world (self->document), self->area);
}

int
mis_area_editor_get_goal (MisAreaEditor *self)
{
  guint row = mis_cell_grid_get_cursor_row (self->grid);
  guint n = self->matrix != NULL ? mis_area_get_n_goals (mis_area_editor_get_area (self)) : 0;

  return row < n ? (int) row : MIS_UNKNOWN;
}
