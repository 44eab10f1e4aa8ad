/* What of a window goes into files of its own: charts and tables. */
#include "app/window-private.h"

#include <glib/gi18n.h>

#include "app/export-dialog.h"
#include "app/table-dialog.h"

static void
present_export (MisWindow *self, MisChart *chart, const char *name, const MisChartOrigin *origin)
{
  MisExportDialog *dialog = mis_export_dialog_new (self, chart, name, origin);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_experiment (MisWindow *self)
{
  MisChart *chart = mis_experiments_view_get_chart (self->experiments_view);
  g_autoptr (MisExperiment) shown = mis_experiments_view_get_shown (self->experiments_view);
  g_autofree char *source = mis_experiments_view_get_source (self->experiments_view);

  if (chart != NULL && shown != NULL)
    present_export (self, chart, "experiment",
                    &(MisChartOrigin){ .experiment = shown, .source = source });
  else if (mis_experiments_view_awaits_chart (self->experiments_view))
    {
      self->exports_next = TRUE;
      mis_window_show_toast (self, _ ("The export opens as soon as the chart is drawn."));
    }
  else
    mis_window_show_toast (self, _ ("There is no chart yet: it can be exported once it is run."));
}

/* What was asked for while the chart was on its way is done when it comes; but not to somebody who
 * has gone elsewhere. */
void
mis_window_export_awaited (MisWindow *self)
{
  if (!self->exports_next || mis_experiments_view_awaits_chart (self->experiments_view))
    return;
  self->exports_next = FALSE;
  if (mis_window_is_in_experiments (self)
      && mis_experiments_view_get_chart (self->experiments_view) != NULL)
    export_experiment (self);
}

static void
export_chart (MisWindow *self, const char *name)
{
  MisChart *chart;

  if (g_strcmp0 (name, "experiment") == 0)
    {
      export_experiment (self);
      return;
    }
  chart = mis_explore_view_get_chart (self->explore_view, name);
  if (chart != NULL)
    {
      g_autofree char *source = mis_explore_view_get_source (self->explore_view, name);

      present_export (self, chart, name,
                      &(MisChartOrigin){ .world = mis_document_get_world (self->document),
                                         .source = source });
    }
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

  export_chart (self, mis_window_is_in_experiments (self) ? "experiment"
                      : has_curve                         ? "share"
                                                          : "areas");
}

/* The empty id is that of the population. */
static void
export_table_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;
  int area;

  mis_window_commit_typing (self);
  area = mis_world_find_area (mis_document_get_world (self->document),
                              g_variant_get_string (parameter, NULL));
  mis_table_dialog_ask (self, area >= 0 ? area : MIS_TABLE_WIDE);
}

static void
export_parts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mis_window_commit_typing (user_data);
  mis_table_dialog_ask (user_data, MIS_TABLE_PARTS);
}

static const GActionEntry entries[] = {
  { "export", export_cb },
  { "export-chart", export_chart_cb, "s" },
  { "export-table", export_table_cb, "s" },
  { "export-parts", export_parts_cb },
};

void
mis_window_add_export_actions (MisWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
