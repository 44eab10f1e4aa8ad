/* Which view a window shows, the ways between the views, and what a narrow window leaves out. */
#include "app/window-private.h"

#include "app/help-window.h"

static const char *const views[] = { "start", "model", "guide", "explore", "experiments", NULL };

/* A project that there is nothing to show of. */
static gboolean
is_empty (MisDocument *document)
{
  MisWorld *world = mis_document_get_project (document);

  return mis_world_get_n_agents (world) == 0 && mis_world_get_n_areas (world) == 0;
}

static gboolean
is_in_guide (MisWindow *self)
{
  return g_str_equal (mis_window_get_page (self), "guide");
}

static gboolean
is_at_start (MisWindow *self)
{
  return g_str_equal (mis_window_get_page (self), "start");
}

static void
show_page (MisWindow *self)
{
  gtk_stack_set_visible_child_name (self->pages, mis_window_get_page (self));
}

static void
show_view (MisWindow *self, const char *view)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "view", g_variant_new_string (view));
}

/* Whether there is no room for the ways to the views at the top, nor for all buttons. A matter of
 * the width alone: what is hidden then would make room again. */
static gboolean
is_narrow (MisWindow *self)
{
  return !is_at_start (self) && self->width > 0 && self->width <= self->squeezed_width;
}

/* Where the keyboard was is out of sight now. */
static void
take_focus (MisWindow *self)
{
  if (mis_window_is_in_experiments (self))
    mis_experiments_view_take_focus (self->experiments_view);
  else if (is_at_start (self))
    mis_start_page_take_focus (self->start_page);
  else if (is_in_guide (self))
    mis_guide_begin (self->guide);
}

/* (transfer full): what the action called @name stands at. */
static char *
get_state (GActionGroup *group, const char *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (group, name);

  return g_variant_dup_string (state, NULL);
}

/* In a narrow window sliders and charts are places of their own. */
static void
update_place (MisWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "place");
  g_autofree char *view = get_state (G_ACTION_GROUP (self), "view");
  g_autofree char *page = get_state (mis_explore_view_get_actions (self->explore_view), "page");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (g_str_equal (view, "explore") ? page : view));
}

static void
change_view_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MisWindow *self = user_data;
  const char *view = g_variant_get_string (state, NULL);

  if (!g_strv_contains (views, view))
    return;
  /* Now, not while GTK looks for what takes the keyboard there: it may be made anew by that. */
  mis_window_commit_typing (self);
  /* Without a project there is nothing to edit or to explore. */
  if (self->document == NULL && !g_str_equal (view, "experiments"))
    view = "start";
  if (!is_at_start (self))
    {
      g_free (self->left_view);
      self->left_view = get_state (G_ACTION_GROUP (self), "view");
    }
  g_simple_action_set_state (action, g_variant_new_string (view));
  update_place (self);
  show_page (self);
  mis_window_update (self);
  take_focus (self);
}

static gboolean
is_explore_page (const char *place)
{
  return g_str_equal (place, "parameters") || g_str_equal (place, "results");
}

static void
change_place_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MisWindow *self = user_data;
  const char *place = g_variant_get_string (state, NULL);

  if (is_explore_page (place))
    g_action_group_change_action_state (mis_explore_view_get_actions (self->explore_view), "page",
                                        state);
  show_view (self, is_explore_page (place) ? "explore" : place);
}

/* One step: a run is cancelled, a page left, and without a project the gallery too; from the start
 * page to the project. */
static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;

  if (is_at_start (self))
    mis_window_leave_start (self);
  else if (is_in_guide (self))
    mis_guide_go_back (self->guide);
  else if (mis_window_is_in_experiments (self)
           && !mis_experiments_view_cancel (self->experiments_view)
           && !mis_experiments_view_go_back (self->experiments_view) && self->document == NULL)
    show_view (self, "start");
}

static void
experiments_chosen_cb (MisWindow *self)
{
  show_view (self, "experiments");
}

static void
new_experiment_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;

  show_view (self, "experiments");
  mis_experiments_view_add (self->experiments_view);
}

static void
show_distribution_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;

  show_view (self, "experiments");
  mis_experiments_view_show_distribution (self->experiments_view);
}

static gboolean
show_width_cb (gpointer user_data)
{
  MisWindow *self = user_data;

  self->width_source = 0;
  mis_window_update_buttons (self);
  return G_SOURCE_REMOVE;
}

/* What the width shows or hides has to wait until all have been given their size. */
static void
update_soon (MisWindow *self)
{
  if (self->width_source == 0)
    self->width_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_width_cb, self, NULL);
}

/* With all buttons there is no room for the ways to the views: so it is up to this width. */
static void
squeezed_cb (MisWindow *self)
{
  if (adw_squeezer_get_visible_child (self->view_squeezer) != NULL || is_narrow (self))
    return;
  self->squeezed_width = self->width;
  update_soon (self);
}

void
mis_window_note_width (MisWindow *self, int width)
{
  if (self->width == width)
    return;
  self->width = width;
  update_soon (self);
}

/* The page about what is in sight. */
static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *page = mis_window_get_page (user_data);

  gboolean own = g_str_equal (page, "empty") || g_str_equal (page, "guide");

  mis_help_window_present (user_data, own ? "own" : page);
}

static void
help_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mis_help_window_present (user_data, g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = {
  { "view", NULL, "s", "'start'", change_view_cb },
  { "place", NULL, "s", "'start'", change_place_cb },
  { "back", back_cb },
  { "new-experiment", new_experiment_cb },
  { "show-distribution", show_distribution_cb },
  { "help", help_cb },
  { "help-page", help_page_cb, "s" },
};

void
mis_window_add_view_actions (MisWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
mis_window_connect_views (MisWindow *self)
{
  gtk_widget_insert_action_group (GTK_WIDGET (self), "explore",
                                  mis_explore_view_get_actions (self->explore_view));
  g_signal_connect_object (mis_explore_view_get_actions (self->explore_view),
                           "action-state-changed::page", G_CALLBACK (update_place), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view_squeezer, "notify::visible-child", G_CALLBACK (squeezed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start_page, "experiments-chosen",
                           G_CALLBACK (experiments_chosen_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
is_view (MisWindow *self, const char *name)
{
  g_autofree char *view = get_state (G_ACTION_GROUP (self), "view");

  return g_str_equal (view, name);
}

gboolean
mis_window_is_in_experiments (MisWindow *self)
{
  return is_view (self, "experiments");
}

gboolean
mis_window_shows_scenarios (MisWindow *self)
{
  const char *page = mis_window_get_page (self);

  return g_str_equal (page, "explore") || is_in_guide (self)
         || (g_str_equal (page, "model") && self->document != NULL);
}

const char *
mis_window_get_page (MisWindow *self)
{
  return is_view (self, "experiments")                       ? "experiments"
         : is_view (self, "start") || self->document == NULL ? "start"
         : is_view (self, "model")                           ? "model"
         : is_view (self, "guide")                           ? "guide"
         : is_empty (self->document)                         ? "empty"
                                                             : "explore";
}

void
mis_window_update_buttons (MisWindow *self)
{
  gboolean open = self->document != NULL, start = is_at_start (self), narrow = is_narrow (self);
  gboolean back = mis_window_is_in_experiments (self)
                  && mis_experiments_view_is_open (self->experiments_view);

  /* One in the other's place: who clicks on it twice goes up twice, and nothing else happens. */
  gtk_widget_set_visible (self->back_button, back);
  gtk_widget_set_visible (self->home_button, !back);
  gtk_widget_set_visible (self->open_button, !open || !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->view_squeezer), open && !narrow);
  gtk_widget_set_visible (self->undo_button, open && !start);
  gtk_widget_set_visible (self->redo_button, open && !start);
  gtk_widget_set_visible (self->history_button, open && !start);
  gtk_widget_set_visible (self->export_button, open && !start && !narrow);
  gtk_widget_set_visible (self->save_button, open && !narrow);
  gtk_widget_set_visible (self->place_bar, open && narrow);
  mis_scenario_bar_set_narrow (self->scenario_bar, narrow);
}

void
mis_window_show_explore (MisWindow *self)
{
  show_view (self, "explore");
}

void
mis_window_show_guide (MisWindow *self)
{
  show_view (self, "guide");
}

void
mis_window_leave_start (MisWindow *self)
{
  if (is_at_start (self) && self->document != NULL && self->left_view != NULL)
    show_view (self, self->left_view);
}

void
mis_window_update_start_page (MisWindow *self)
{
  if (is_at_start (self) && self->document != NULL)
    mis_start_page_show_open (self->start_page, mis_document_get_title (self->document),
                              mis_document_is_modified (self->document));
}

void
mis_window_set_loading (MisWindow *self, gboolean loading)
{
  /* It would draw frame after frame out of sight, too. */
  gtk_spinner_set_spinning (self->loading_spinner, loading);
  if (loading)
    gtk_stack_set_visible_child_name (self->pages, "loading");
  else
    show_page (self);
}
