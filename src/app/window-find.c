/* Looking for something by its name, and going where it is. */
#include "app/window-private.h"

#include "app/find-window.h"

#include <string.h>

static void
show_view (MisWindow *self, const char *view)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "view", g_variant_new_string (view));
}

/* What stands behind @prefix in @place; NULL if it does not begin so. */
static const char *
skip (const char *place, const char *prefix)
{
  return g_str_has_prefix (place, prefix) ? place + strlen (prefix) : NULL;
}

static void
chosen_cb (MisWindow *self, const char *place)
{
  const char *scenario = skip (place, "scenarios/");
  const char *experiment = skip (place, "experiments/");
  const char *sliders = skip (place, "sliders/");

  if (scenario != NULL)
    {
      if (!mis_window_shows_scenarios (self))
        show_view (self, "explore");
      mis_document_show_scenario (self->document, scenario);
    }
  else if (experiment != NULL)
    {
      show_view (self, "experiments");
      mis_experiments_view_open_own (self->experiments_view, experiment);
    }
  else if (sliders != NULL)
    {
      show_view (self, "explore");
      mis_explore_view_find (self->explore_view, sliders);
    }
  else
    {
      show_view (self, "model");
      mis_model_view_show_place (self->model_view, place);
    }
}

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;
  gboolean explore = g_str_equal (mis_window_get_page (self), "explore");
  MisFindWindow *find;

  mis_window_commit_typing (self);
  find = mis_find_window_new (GTK_WINDOW (self), self->document, explore);
  g_signal_connect_object (find, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (find));
}

static const GActionEntry entries[] = {
  { "find", find_cb },
};

void
mis_window_add_find_actions (MisWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
