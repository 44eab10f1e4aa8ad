#include "own-fixture.h"

#include "app/experiment-page.h"
#include "app/experiments-view.h"
#include "app/figure-table.h"
#include "app/variation-editor.h"
#include "document/document-experiments.h"

gpointer
own_get_view (MisWindow *window)
{
  return app_child (window, "experiments_view");
}

gpointer
own_get_page (MisWindow *window)
{
  return app_child (own_get_view (window), "page");
}

gpointer
own_get_settings (MisWindow *window)
{
  return app_child (own_get_page (window), "settings");
}

gpointer
own_get_design (MisWindow *window)
{
  return app_child (own_get_page (window), "design");
}

gpointer
own_get_x (MisWindow *window)
{
  return app_child (own_get_design (window), "x_editor");
}

gpointer
own_get_series (MisWindow *window)
{
  return app_find_type (app_child (own_get_design (window), "series_box"),
                        MIS_TYPE_VARIATION_EDITOR);
}

const char *
own_get_inner_page (MisWindow *window)
{
  return gtk_stack_get_visible_child_name (app_child (own_get_view (window), "stack"));
}

MisExperiment *
own_get_experiment (MisWindow *window)
{
  MisDocument *document = mis_window_get_document (window);

  return mis_document_find_experiment (document,
                                       mis_experiment_page_get_own_id (own_get_page (window)));
}

MisChart *
own_get_chart (MisWindow *window)
{
  return mis_experiments_view_get_chart (own_get_view (window));
}

void
own_activate (MisWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

void
own_act (MisWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (own_get_view (window), action, NULL));
}

void
own_show_view (MisWindow *window, const char *view)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string (view));
}

void
own_type (gpointer editor, const char *entry, const char *text)
{
  gtk_editable_set_text (app_child (editor, entry), text);
  g_signal_emit_by_name (app_child (editor, entry), "activate");
}

void
own_choose (gpointer editor, const char *drop_down, const char *name)
{
  GtkDropDown *menu = app_child (editor, drop_down);
  GListModel *names = gtk_drop_down_get_model (menu);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (names), i), name) == 0)
      {
        gtk_drop_down_set_selected (menu, i);
        return;
      }
  g_error ("There is no \"%s\" in %s", name, drop_down);
}

MisWindow *
own_new_experiment (const char *example)
{
  MisWindow *window = app_new_window (example);

  own_activate (window, "win.new-experiment");
  app_wait_until (own_get_chart (window) != NULL);
  return window;
}

MisWindow *
own_open_json (const char *json)
{
  MisWindow *window = app_new_window (NULL);
  g_autoptr (MisDocument) document = app_parse_document (json);

  mis_window_set_document (window, document);
  own_show_view (window, "experiments");
  return window;
}

guint
own_count (MisWindow *window)
{
  return mis_world_get_n_experiments (mis_document_get_world (mis_window_get_document (window)));
}

static gboolean
has_name (GtkWidget *widget, gconstpointer name)
{
  return MIS_IS_EXPERIMENT_CARD (widget) && g_strcmp0 (gtk_widget_get_name (widget), name) == 0;
}

MisExperimentCard *
own_find_card (MisWindow *window, const char *id)
{
  return app_find (app_child (own_get_view (window), "own"), has_name, id);
}

char *
own_get_numbers (MisWindow *window)
{
  return mis_figure_table_get_text (app_child (own_get_page (window), "table"));
}

void
own_choose_ranges (MisWindow *window, MisRanges ranges)
{
  adw_combo_row_set_selected (app_child (own_get_settings (window), "ranges_row"), ranges);
}
