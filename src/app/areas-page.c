#include "app/areas-page.h"

#include <glib/gi18n.h>

#include "app/area-editor.h"
#include "app/name-factory.h"
#include "core/edit-areas.h"
#include "core/edit.h"
#include "core/new-ids.h"

struct _MisAreasPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkDropDown *areas;
  MisAreaEditor *editor;

  GSimpleActionGroup *actions;
  MisDocument *document;
  char *area_id;    /* of the area that is shown; NULL if there is none */
  guint area;       /* its number, or where it was if it is gone */
  gboolean showing; /* the menu is set by the program, not by a hand */
};

G_DEFINE_FINAL_TYPE (MisAreasPage, mis_areas_page, ADW_TYPE_BIN)

static MisWorld *
get_world (MisAreasPage *self)
{
  return mis_document_get_world (self->document);
}

static void
show_menu (MisAreasPage *self, MisWorld *world)
{
  guint n = mis_world_get_n_areas (world);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (names, mis_area_get_name (mis_world_get_area (world, i)));
  list = g_strv_builder_end (names);
  self->showing = TRUE;
  mis_name_menu_show (self->areas, list, n > 0 ? self->area : GTK_INVALID_LIST_POSITION);
  self->showing = FALSE;
}

static void
set_enabled (MisAreasPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (MisAreasPage *self, guint n_areas)
{
  set_enabled (self, "copy", n_areas > 0);
  set_enabled (self, "split", n_areas > 0);
  set_enabled (self, "export", n_areas > 0);
  set_enabled (self, "remove", n_areas > 0);
  set_enabled (self, "move-up", n_areas > 0 && self->area > 0);
  set_enabled (self, "move-down", self->area + 1 < n_areas);
}

/* Where the area that is shown is now; near where it was if it has gone. */
static void
find_area (MisAreasPage *self, MisWorld *world)
{
  guint n = mis_world_get_n_areas (world);
  int found = self->area_id != NULL ? mis_world_find_area (world, self->area_id) : -1;

  if (found >= 0)
    self->area = (guint) found;
  else
    self->area = n > 0 ? MIN (self->area, n - 1) : 0;
  g_free (self->area_id);
  self->area_id =
    n > 0 ? g_strdup (mis_area_get_id (mis_world_get_area (world, self->area))) : NULL;
}

static void
update (MisAreasPage *self)
{
  MisWorld *world;
  guint n;

  if (self->document == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  world = get_world (self);
  n = mis_world_get_n_areas (world);
  find_area (self, world);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "areas" : "none");
  show_menu (self, world);
  update_actions (self, n);
  mis_area_editor_set_area (self->editor, n > 0 ? self->document : NULL, self->area);
}

static void
choose (MisAreasPage *self, guint area)
{
  g_clear_pointer (&self->area_id, g_free);
  self->area = area;
  update (self);
}

static void
chosen_cb (MisAreasPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->areas);

  if (!self->showing && self->document != NULL && selected != GTK_INVALID_LIST_POSITION)
    choose (self, selected);
}

static void
show_error (MisAreasPage *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", error->message);
}

/* The world with area @area, which is new, is what we go to; or %NULL with an error to say. */
static void
take_new (MisAreasPage *self, MisWorld *edited, guint area, const char *name, const GError *error)
{
  if (edited == NULL)
    {
      show_error (self, error);
      return;
    }
  g_clear_pointer (&self->area_id, g_free);
  self->area = area;
  mis_document_edit_apart (self->document, edited, name);
  mis_area_editor_take_focus (self->editor);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAreasPage *self = user_data;
  MisWorld *world = get_world (self);
  guint n = mis_world_get_n_areas (world);
  g_autofree char *name = g_strdup_printf (_ ("Problem area %u"), n + 1);
  g_autofree char *id = mis_world_new_area_id (world, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisArea) area = mis_area_new (id, name, "", NULL, 0, 0.0, NULL, 0, &error);
  g_autoptr (MisWorld) edited = mis_world_with_area_added (world, n, area, &error);

  take_new (self, edited, n, _ ("Add Problem Area"), error);
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAreasPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) edited =
    mis_world_with_area_copied (get_world (self), self->area, NULL, &error);

  take_new (self, edited, self->area + 1, _ ("Duplicate Problem Area"), error);
}

static void
split_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAreasPage *self = user_data;
  MisArea *area = mis_world_get_area (get_world (self), self->area);
  /* Translators: the second of two problem areas that were one */
  g_autofree char *name = g_strdup_printf (_ ("%s, second part"), mis_area_get_name (area));
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) edited =
    mis_world_with_area_copied (get_world (self), self->area, name, &error);

  take_new (self, edited, self->area + 1, _ ("Split Problem Area"), error);
}

static void
move_to (MisAreasPage *self, guint to)
{
  g_autoptr (MisWorld) edited = mis_world_with_area_moved (get_world (self), self->area, to);

  mis_document_edit_apart (self->document, edited, _ ("Move Problem Area"));
}

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAreasPage *self = user_data;

  move_to (self, self->area - 1);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAreasPage *self = user_data;

  move_to (self, self->area + 1);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAreasPage *self = user_data;
  MisArea *area = mis_world_get_area (get_world (self), self->area);
  g_autofree char *words = g_strdup_printf (_ ("“%s” removed"), mis_area_get_name (area));
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) edited = mis_world_with_area_removed (get_world (self), self->area, &error);

  if (edited == NULL)
    {
      show_error (self, error);
      return;
    }
  mis_document_edit_apart (self->document, edited, _ ("Remove Problem Area"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", words);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAreasPage *self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.export-table", "s", self->area_id);
}

static const GActionEntry entries[] = {
  { "add", add_cb },
  { "copy", copy_cb },
  { "split", split_cb },
  { "move-up", move_up_cb },
  { "move-down", move_down_cb },
  { "export", export_cb },
  { "remove", remove_cb },
};

static void
mis_areas_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mis_areas_page_parent_class)->map (widget);
  update (MIS_AREAS_PAGE (widget));
}

static void
forget_document (MisAreasPage *self)
{
  if (self->document == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->document, self);
  mis_area_editor_set_area (self->editor, NULL, 0);
  g_clear_object (&self->document);
}

static void
mis_areas_page_dispose (GObject *object)
{
  MisAreasPage *self = MIS_AREAS_PAGE (object);

  forget_document (self);
  g_clear_pointer (&self->area_id, g_free);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_AREAS_PAGE);
  G_OBJECT_CLASS (mis_areas_page_parent_class)->dispose (object);
}

static void
mis_areas_page_class_init (MisAreasPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_areas_page_dispose;
  widget_class->map = mis_areas_page_map;

  g_type_ensure (MIS_TYPE_AREA_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/areas-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MisAreasPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MisAreasPage, areas);
  gtk_widget_class_bind_template_child (widget_class, MisAreasPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

/* The menu that names the area is where the keyboard is when it is to be moved. */
static void
add_shortcut (GtkEventController *shortcuts, guint keyval, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_keyval_trigger_new (keyval, GDK_ALT_MASK),
                        gtk_named_action_new (action)));
}

static void
add_shortcuts (MisAreasPage *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  add_shortcut (shortcuts, GDK_KEY_Up, "areas.move-up");
  add_shortcut (shortcuts, GDK_KEY_Down, "areas.move-down");
  gtk_widget_add_controller (GTK_WIDGET (self->areas), shortcuts);
}

static void
mis_areas_page_init (MisAreasPage *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "areas", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcuts (self);
}

void
mis_areas_page_set_document (MisAreasPage *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_AREAS_PAGE (self));

  forget_document (self);
  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
mis_areas_page_show (MisAreasPage *self, guint area, int goal)
{
  g_return_if_fail (MIS_IS_AREAS_PAGE (self));
  g_return_if_fail (self->document != NULL);

  choose (self, area);
  if (goal >= 0)
    mis_area_editor_show_goal (self->editor, (guint)goal);
}
