#include "app/window-private.h"

#include <glib/gi18n.h>

#include "app/cell-grid.h"
#include "app/empty-page.h"
#include "app/held-pointer.h"
#include "app/main-menu.h"
#include "app/place-bar.h"
#include "app/recovered-bar.h"
#include "app/tooltip.h"
#include "app/value-entry.h"
#include "app/view-bar.h"
#include "config.h"
#include "document/document-file.h"
#include "file/example.h"

G_DEFINE_FINAL_TYPE (MisWindow, mis_window, ADW_TYPE_APPLICATION_WINDOW)

static void
set_enabled (MisWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
show_step (GtkWidget *button, const char *format, const char *name)
{
  g_autofree char *tooltip = NULL;

  if (name != NULL)
    tooltip = g_strconcat (format, " ", name, NULL);
  mis_tooltip_set (button, tooltip != NULL ? tooltip : format);
}

static void
update_actions (MisWindow *self)
{
  gboolean open = self->document != NULL;
  gboolean experiments = mis_window_is_in_experiments (self);
  gboolean shown = open && !g_str_equal (mis_window_get_page (self), "start");
  /* Also while the chart is yet to come: the key then says so, and is not lost. */
  gboolean has_charts = experiments
                            ? mis_experiments_view_is_open (self->experiments_view)
                            : g_str_equal (mis_window_get_page (self), "explore");
  /* Nothing changes out of sight. */
  const char *undo = shown ? mis_document_get_undo_name (self->document) : NULL;
  const char *redo = shown ? mis_document_get_redo_name (self->document) : NULL;

  set_enabled (self, "undo", undo != NULL);
  set_enabled (self, "redo", redo != NULL);
  set_enabled (self, "history", undo != NULL || redo != NULL);
  set_enabled (self, "save", open);
  set_enabled (self, "save-as", open);
  set_enabled (self, "export", has_charts);
  set_enabled (self, "export-chart", has_charts);
  set_enabled (self, "export-table", shown);
  set_enabled (self, "export-parts", shown);
  set_enabled (self, "new-experiment", mis_experiments_view_can_add (self->experiments_view));
  set_enabled (self, "find", shown);
  set_enabled (self, "run", experiments && mis_experiments_view_is_open (self->experiments_view));
  mis_window_update_buttons (self);
  show_step (self->undo_button, _ ("Undo"), undo);
  show_step (self->redo_button, _ ("Redo"), redo);
}

static void
show_title (MisWindow *self, const char *title, const char *subtitle)
{
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  mis_tooltip_set (GTK_WIDGET (self->window_title),
                               *subtitle != '\0' ? subtitle : title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Other windows stand before it, and the list of all windows has only its title. */
static void
add_scenario_to_title (MisWindow *self, const char *title)
{
  const MisScenario *scenario = mis_document_get_scenario (self->document);
  g_autofree char *full = NULL;

  if (scenario == NULL || !mis_window_shows_scenarios (self))
    return;
  full = g_strdup_printf ("%s – %s", title, scenario->name);
  gtk_window_set_title (GTK_WINDOW (self), full);
}

static void
update_title (MisWindow *self)
{
  GFile *file;
  g_autofree char *name = NULL;
  g_autofree char *marked = NULL;

  if (self->document == NULL)
    {
      show_title (self, mis_window_is_in_experiments (self) ? _ ("Experiments") : "Misalign", "");
      return;
    }
  file = mis_document_get_file (self->document);
  name = file != NULL ? g_file_get_parse_name (file) : NULL;
  marked = g_strconcat (mis_document_is_modified (self->document) ? "• " : "",
                        mis_document_get_title (self->document), NULL);
  show_title (self, marked, name != NULL ? name : _ ("Draft"));
  add_scenario_to_title (self, marked);
}

void
mis_window_update (MisWindow *self)
{
  mis_window_drop_undo_toast (self);
  update_title (self);
  update_actions (self);
  mis_window_update_scenarios (self);
  mis_window_update_start_page (self);
  mis_window_update_recovered (self);
}

/* (nullable): the field in which somebody is typing a number. */
static MisValueEntry *
find_typing (MisWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, MIS_TYPE_VALUE_ENTRY) : NULL;

  return entry != NULL && mis_value_entry_is_typing (MIS_VALUE_ENTRY (entry))
             ? MIS_VALUE_ENTRY (entry)
             : NULL;
}

void
mis_window_commit_typing (MisWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *grid = focus != NULL ? gtk_widget_get_ancestor (focus, MIS_TYPE_CELL_GRID) : NULL;
  MisValueEntry *entry = find_typing (self);

  if (entry != NULL)
    mis_value_entry_commit (entry);
  else if (grid != NULL)
    mis_cell_grid_commit (MIS_CELL_GRID (grid));
}

static void
run_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mis_experiments_view_run (MIS_WINDOW (user_data)->experiments_view);
}

static void
show_toast_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mis_window_show_toast (user_data, g_variant_get_string (parameter, NULL));
}

static void
offer_undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mis_window_offer_undo (user_data, g_variant_get_string (parameter, NULL));
}

/* What is being typed is undone first. */
static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;
  MisValueEntry *entry = find_typing (self);

  if (entry != NULL)
    mis_value_entry_stop_typing (entry);
  else
    mis_document_undo (self->document);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;

  if (find_typing (self) == NULL)
    mis_document_redo (self->document);
}

static void
history_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;

  mis_window_commit_typing (self);
  mis_history_popover_show (self->history, self->document);
}

static void
example_chosen_cb (MisWindow *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) world = mis_example_load (name, &error);
  g_autoptr (MisDocument) document = NULL;

  if (world == NULL)
    {
      mis_window_show_error (self, _ ("The Example Could Not Be Opened"), error->message);
      return;
    }
  document = mis_document_new (world);
  mis_window_show_document (self, document);
}

static void
new_project_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  example_chosen_cb (user_data, "blank");
}

static const GActionEntry entries[] = {
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "history", history_cb },
  { "new-project", new_project_cb },
  { "run", run_cb },
  { "show-toast", show_toast_cb, "s" },
  { "offer-undo", offer_undo_cb, "s" },
};

static void
file_chosen_cb (MisWindow *self, GFile *file)
{
  mis_window_open (self, file);
}

static gboolean
mis_window_close_request (GtkWindow *window)
{
  MisWindow *self = MIS_WINDOW (window);

  mis_window_keep_size (self);
  mis_window_commit_typing (self);
  self->closing = self->document != NULL && mis_document_is_saving (self->document);
  if (self->closing)
    return GDK_EVENT_STOP;
  if (self->document == NULL || !mis_document_is_modified (self->document))
    return GDK_EVENT_PROPAGATE;
  mis_window_ask_to_close (self);
  return GDK_EVENT_STOP;
}

static void
mis_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  mis_window_note_width (MIS_WINDOW (widget), width);
  GTK_WIDGET_CLASS (mis_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
mis_window_dispose (GObject *object)
{
  MisWindow *self = MIS_WINDOW (object);

  /* Fields that lose the focus in what follows have nothing to change any more. */
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->model_view != NULL)
    mis_model_view_set_document (self->model_view, NULL);
  if (self->scenario_bar != NULL)
    mis_scenario_bar_set_document (self->scenario_bar, NULL);
  if (self->guide != NULL)
    mis_guide_set_document (self->guide, NULL);
  if (self->explore_view != NULL)
    mis_explore_view_set_document (self->explore_view, NULL);
  if (self->experiments_view != NULL)
    mis_experiments_view_set_document (self->experiments_view, NULL);
  /* A button unparents its one child, whichever that is, when it goes. */
  if (self->history != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->history));
  g_clear_weak_pointer (&self->history);
  g_clear_handle_id (&self->width_source, g_source_remove);
  g_clear_object (&self->undo_toast);
  mis_window_drop_draft_keeper (self);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->left_view, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_WINDOW);
  G_OBJECT_CLASS (mis_window_parent_class)->dispose (object);
}

static void
mis_window_class_init (MisWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_window_dispose;
  widget_class->size_allocate = mis_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = mis_window_close_request;

  /* Also where the keyboard is in the header bar; whoever else wants Escape is asked first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);

  g_type_ensure (MIS_TYPE_EMPTY_PAGE);
  g_type_ensure (MIS_TYPE_EXPERIMENTS_VIEW);
  g_type_ensure (MIS_TYPE_EXPLORE_VIEW);
  g_type_ensure (MIS_TYPE_GUIDE);
  g_type_ensure (MIS_TYPE_MAIN_MENU);
  g_type_ensure (MIS_TYPE_MODEL_VIEW);
  g_type_ensure (MIS_TYPE_PLACE_BAR);
  g_type_ensure (MIS_TYPE_RECOVERED_BAR);
  g_type_ensure (MIS_TYPE_SCENARIO_BAR);
  g_type_ensure (MIS_TYPE_START_PAGE);
  g_type_ensure (MIS_TYPE_VIEW_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/window.ui");
  gtk_widget_class_bind_template_child (widget_class, MisWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, scenario_bar);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, loading_spinner);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, model_view);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, guide);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, explore_view);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, experiments_view);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, home_button);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, view_squeezer);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, history_button);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, place_bar);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, recovered_bar);
}

static void
mis_window_init (MisWindow *self)
{
  self->settings = g_settings_new (MIS_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  mis_window_add_file_actions (self);
  mis_window_add_import_actions (self);
  mis_window_add_view_actions (self);
  mis_window_add_scenario_actions (self);
  mis_window_add_export_actions (self);
  mis_window_add_find_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_set_weak_pointer (&self->history, mis_history_popover_new (self->undo_button));
  mis_window_take_size (self);
  mis_window_connect_views (self);
  g_signal_connect_object (self->start_page, "example-chosen", G_CALLBACK (example_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start_page, "file-chosen", G_CALLBACK (file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->experiments_view, "changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->experiments_view, "changed",
                           G_CALLBACK (mis_window_export_awaited), self, G_CONNECT_SWAPPED);
  mis_held_pointer_watch (GTK_WIDGET (self));
  update_actions (self);
  mis_window_update_scenarios (self);
}

MisWindow *
mis_window_new (AdwApplication *application)
{
  return g_object_new (MIS_TYPE_WINDOW, "application", application, NULL);
}

MisDocument *
mis_window_get_document (MisWindow *self)
{
  g_return_val_if_fail (MIS_IS_WINDOW (self), NULL);

  return self->document;
}

void
mis_window_set_document (MisWindow *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_WINDOW (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  mis_window_keep_draft (self);
  g_signal_connect_object (document, "state-changed", G_CALLBACK (mis_window_update), self,
                           G_CONNECT_SWAPPED);
  mis_model_view_set_document (self->model_view, document);
  g_signal_connect_object (document, "refused", G_CALLBACK (mis_window_show_toast), self,
                           G_CONNECT_SWAPPED);
  mis_scenario_bar_set_document (self->scenario_bar, document);
  mis_guide_set_document (self->guide, document);
  mis_explore_view_set_document (self->explore_view, document);
  mis_experiments_view_set_document (self->experiments_view, document);
  mis_window_show_explore (self);
}

void
mis_window_show_error (MisWindow *self, const char *heading, const char *message)
{
  GtkWidget *dialog;

  g_return_if_fail (MIS_IS_WINDOW (self));

  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
