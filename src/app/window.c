#include "app/window-private.h"

#include <glib/gi18n.h>

#include "app/experiments-view.h"
#include "app/explore-view.h"
#include "app/export-dialog.h"
#include "app/start-page.h"
#include "app/value-entry.h"
#include "config.h"
#include "file/example.h"

struct _MisWindow
{
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *window_title;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  MisStartPage *start_page;
  MisExploreView *explore_view;
  MisExperimentsView *experiments_view;
  GtkWidget *back_button;
  GtkWidget *open_button;
  AdwSqueezer *view_squeezer;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *export_button;
  GtkWidget *save_button;

  GSettings *settings;
  MisDocument *document;
  guint squeeze_source;
};

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
  gtk_widget_set_tooltip_text (button, tooltip != NULL ? tooltip : format);
}

static gboolean
is_in_experiments (MisWindow *self)
{
  g_autoptr (GVariant) view = g_action_group_get_action_state (G_ACTION_GROUP (self), "view");

  return g_str_equal (g_variant_get_string (view, NULL), "experiments");
}

/* Whether there is no room for the ways to the views at the top, nor for all buttons. */
static gboolean
is_narrow (MisWindow *self)
{
  gboolean folded;

  if (is_in_experiments (self))
    return adw_squeezer_get_visible_child (self->view_squeezer) == NULL;
  g_object_get (self->explore_view, "folded", &folded, NULL);
  return folded;
}

/* In a narrow window opening, saving and exporting are in the menu alone. */
static void
update_buttons (MisWindow *self)
{
  gboolean open = self->document != NULL, experiments = is_in_experiments (self);
  gboolean narrow = is_narrow (self);

  gtk_widget_set_visible (self->back_button,
                          experiments
                            && (!open || mis_experiments_view_is_open (self->experiments_view)));
  gtk_widget_set_visible (self->open_button, !open || !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->view_squeezer), open);
  gtk_widget_set_visible (self->undo_button, open && !experiments);
  gtk_widget_set_visible (self->redo_button, open && !experiments);
  gtk_widget_set_visible (self->export_button, open && !narrow);
  gtk_widget_set_visible (self->save_button, open && !narrow);
  mis_experiments_view_set_switcher_visible (self->experiments_view, open && narrow);
}

/* A project that there is nothing to show of. */
static gboolean
is_empty (MisDocument *document)
{
  MisWorld *world = mis_document_get_world (document);

  return mis_world_get_n_agents (world) == 0 && mis_world_get_n_areas (world) == 0;
}

static void
update_actions (MisWindow *self)
{
  gboolean open = self->document != NULL;
  gboolean experiments = is_in_experiments (self);
  gboolean has_charts = experiments
                          ? mis_experiments_view_get_chart (self->experiments_view) != NULL
                          : open && !is_empty (self->document);
  const char *undo = open && !experiments ? mis_document_get_undo_name (self->document) : NULL;
  const char *redo = open && !experiments ? mis_document_get_redo_name (self->document) : NULL;

  set_enabled (self, "undo", undo != NULL);
  set_enabled (self, "redo", redo != NULL);
  set_enabled (self, "save", open);
  set_enabled (self, "save-as", open);
  set_enabled (self, "export", has_charts);
  set_enabled (self, "export-chart", has_charts);
  set_enabled (self, "find", open && !experiments);
  set_enabled (self, "run", experiments && mis_experiments_view_is_open (self->experiments_view));
  update_buttons (self);
  show_step (self->undo_button, _("Undo"), undo);
  show_step (self->redo_button, _("Redo"), redo);
}

static void
show_title (MisWindow *self, const char *title, const char *subtitle)
{
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->window_title), *subtitle != '\0' ? subtitle : title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_title (MisWindow *self)
{
  GFile *file;
  g_autofree char *name = NULL;
  g_autofree char *marked = NULL;

  if (self->document == NULL)
    {
      show_title (self, is_in_experiments (self) ? _("Experiments") : "Misalign", "");
      return;
    }
  file = mis_document_get_file (self->document);
  name = file != NULL ? g_file_get_parse_name (file) : NULL;
  marked = g_strconcat (mis_document_is_modified (self->document) ? "• " : "",
                        mis_document_get_title (self->document), NULL);
  show_title (self, marked, name != NULL ? name : _("Draft"));
}

static void
document_notify_cb (MisWindow *self)
{
  update_title (self);
  update_actions (self);
}

static void
show_page (MisWindow *self)
{
  const char *page = is_in_experiments (self)      ? "experiments"
                     : self->document == NULL      ? "start"
                     : is_empty (self->document)   ? "empty"
                                                   : "explore";

  gtk_stack_set_visible_child_name (self->pages, page);
}

/* (nullable): the field in which somebody is typing a number. */
static MisValueEntry *
find_typing (MisWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, MIS_TYPE_VALUE_ENTRY) : NULL;

  return entry != NULL && mis_value_entry_is_typing (MIS_VALUE_ENTRY (entry)) ? MIS_VALUE_ENTRY (entry)
                                                                              : NULL;
}

void
mis_window_commit_typing (MisWindow *self)
{
  MisValueEntry *entry = find_typing (self);

  if (entry != NULL)
    mis_value_entry_commit (entry);
}

static void
change_view_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MisWindow *self = user_data;
  const char *view = g_variant_get_string (state, NULL);

  if (!g_str_equal (view, "explore") && !g_str_equal (view, "experiments"))
    return;
  g_simple_action_set_state (action, state);
  show_page (self);
  update_title (self);
  update_actions (self);
  /* Where the keyboard was is out of sight now. */
  if (is_in_experiments (self))
    mis_experiments_view_take_focus (self->experiments_view);
}

static void
show_view (MisWindow *self, const char *view)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "view", g_variant_new_string (view));
}

/* From the bottom of a narrow window: one of the two pages of the view to explore. */
static void
explore_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;

  g_action_group_change_action_state (mis_explore_view_get_actions (self->explore_view), "page",
                                      parameter);
  show_view (self, "explore");
}

/* One step: a run is cancelled, a page left, and without a project the gallery too. */
static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;

  if (!is_in_experiments (self) || mis_experiments_view_cancel (self->experiments_view)
      || mis_experiments_view_go_back (self->experiments_view) || self->document != NULL)
    return;
  show_view (self, "explore");
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
find_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mis_explore_view_find (MIS_WINDOW (user_data)->explore_view);
}

static void
present_export (MisWindow *self, MisChart *chart, const char *name, const MisChartOrigin *origin)
{
  MisExportDialog *dialog = mis_export_dialog_new (self, chart, name, origin);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_chart (MisWindow *self, const char *name)
{
  MisChart *chart;

  if (g_strcmp0 (name, "experiment") == 0)
    {
      g_autoptr (MisExperiment) shown = mis_experiments_view_get_shown (self->experiments_view);

      chart = mis_experiments_view_get_chart (self->experiments_view);
      if (chart != NULL && shown != NULL)
        present_export (self, chart, name, &(MisChartOrigin) { .experiment = shown });
      return;
    }
  chart = mis_explore_view_get_chart (self->explore_view, name);
  if (chart != NULL)
    present_export (self, chart, name,
                    &(MisChartOrigin) { .world = mis_document_get_world (self->document) });
}

static void
export_chart_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  export_chart (user_data, g_variant_get_string (parameter, NULL));
}

/* From the header bar: that of the experiment; the curve, or the areas where there is none. */
static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;
  gboolean has_curve = mis_explore_view_get_chart (self->explore_view, "share") != NULL;

  export_chart (self, is_in_experiments (self) ? "experiment" : has_curve ? "share" : "areas");
}

static const GActionEntry entries[] = {
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "find", find_cb },
  { "export", export_cb },
  { "export-chart", export_chart_cb, "s" },
  { "view", NULL, "s", "'explore'", change_view_cb },
  { "explore-page", explore_page_cb, "s" },
  { "back", back_cb },
  { "run", run_cb },
  { "show-toast", show_toast_cb, "s" },
};

static void
example_chosen_cb (MisWindow *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) world = mis_example_load (name, &error);
  g_autoptr (MisDocument) document = NULL;

  if (world == NULL)
    {
      mis_window_show_error (self, _("The Example Could Not Be Opened"), error->message);
      return;
    }
  document = mis_document_new (world);
  mis_window_set_document (self, document);
}

static void
experiments_chosen_cb (MisWindow *self)
{
  show_view (self, "experiments");
}

static gboolean
show_squeeze_cb (gpointer user_data)
{
  MisWindow *self = user_data;

  self->squeeze_source = 0;
  update_buttons (self);
  return G_SOURCE_REMOVE;
}

/* It is squeezed while it is given its size; what that shows or hides has to wait until then. */
static void
squeezed_cb (MisWindow *self)
{
  if (self->squeeze_source == 0)
    self->squeeze_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_squeeze_cb, self, NULL);
}

static void
file_chosen_cb (MisWindow *self, GFile *file)
{
  mis_window_open (self, file);
}

static void
keep_size (MisWindow *self)
{
  int width, height;
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));

  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (maximized)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
}

static gboolean
mis_window_close_request (GtkWindow *window)
{
  MisWindow *self = MIS_WINDOW (window);

  keep_size (self);
  mis_window_commit_typing (self);
  if (self->document == NULL || !mis_document_is_modified (self->document))
    return GDK_EVENT_PROPAGATE;
  mis_window_ask_to_close (self);
  return GDK_EVENT_STOP;
}

static void
mis_window_dispose (GObject *object)
{
  MisWindow *self = MIS_WINDOW (object);

  /* Fields that lose the focus in what follows have nothing to change any more. */
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->explore_view != NULL)
    mis_explore_view_set_document (self->explore_view, NULL);
  g_clear_handle_id (&self->squeeze_source, g_source_remove);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_WINDOW);
  G_OBJECT_CLASS (mis_window_parent_class)->dispose (object);
}

static void
mis_window_class_init (MisWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = mis_window_close_request;

  g_type_ensure (MIS_TYPE_EXPERIMENTS_VIEW);
  g_type_ensure (MIS_TYPE_EXPLORE_VIEW);
  g_type_ensure (MIS_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/window.ui");
  gtk_widget_class_bind_template_child (widget_class, MisWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, explore_view);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, experiments_view);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, view_squeezer);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, MisWindow, save_button);
}

static void
mis_window_init (MisWindow *self)
{
  self->settings = g_settings_new (MIS_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  mis_window_add_file_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "explore",
                                  mis_explore_view_get_actions (self->explore_view));
  g_signal_connect_object (self->start_page, "example-chosen", G_CALLBACK (example_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start_page, "file-chosen", G_CALLBACK (file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start_page, "experiments-chosen",
                           G_CALLBACK (experiments_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->experiments_view, "changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view_squeezer, "notify::visible-child", G_CALLBACK (squeezed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explore_view, "notify::folded", G_CALLBACK (update_buttons), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
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
  g_signal_connect_object (document, "notify", G_CALLBACK (document_notify_cb), self,
                           G_CONNECT_SWAPPED);
  mis_explore_view_set_document (self->explore_view, document);
  show_view (self, "explore");
}

void
mis_window_set_loading (MisWindow *self, gboolean loading)
{
  if (loading)
    gtk_stack_set_visible_child_name (self->pages, "loading");
  else
    show_page (self);
}

void
mis_window_show_error (MisWindow *self, const char *heading, const char *message)
{
  GtkWidget *dialog;

  g_return_if_fail (MIS_IS_WINDOW (self));

  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
mis_window_show_toast (MisWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_return_if_fail (MIS_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}
