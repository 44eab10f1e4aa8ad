#include "app/start-page.h"

#include <glib/gi18n.h>

#include "app/card-grid.h"
#include "app/gallery-card.h"
#include "app/plot-view.h"
#include "app/recent-files.h"
#include "app/way-button.h"
#include "document/experiment-run.h"
#include "file/bundled-experiment.h"
#include "file/example.h"
#include "report/figure.h"

#define GALLERY_SPACING 18
#define N_PLOTS 3 /* that stand for all experiments */

struct _MisStartPage
{
  AdwBin parent_instance;

  MisCardGrid *gallery;
  GtkWidget *experiments_button;
  GtkWidget *open_list;
  AdwActionRow *open_row;
  GtkWidget *recent_box;
  GtkListBox *recent_list;
  MisPlotView *plots[N_PLOTS];

  MisExperimentRun *run;
  guint n_drawn; /* of the plots, one after another */
};

enum
{
  EXAMPLE_CHOSEN,
  FILE_CHOSEN,
  EXPERIMENTS_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In the order of the gallery. */
static const char *const examples[] = { "shopping", "carla" };

static const char *const plotted[N_PLOTS] = { "figure-3", "figure-4", "figure-5" };
static const char *const plot_names[N_PLOTS] = { "first_plot", "second_plot", "third_plot" };

G_DEFINE_FINAL_TYPE (MisStartPage, mis_start_page, ADW_TYPE_BIN)

static void
card_clicked_cb (GtkWidget *card, MisStartPage *self)
{
  g_signal_emit (self, signals[EXAMPLE_CHOSEN], 0, gtk_widget_get_name (card));
}

static void
fill_gallery (MisStartPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MisWorld) world = mis_example_load (examples[i], &error);
      GtkWidget *card;

      g_assert_no_error (error);
      card = mis_gallery_card_new (world);
      gtk_widget_set_name (card, examples[i]);
      g_signal_connect_object (card, "clicked", G_CALLBACK (card_clicked_cb), self, 0);
      mis_card_grid_append (self->gallery, card);
    }
}

static void
draw_next (MisStartPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisExperiment) experiment = NULL;

  if (self->n_drawn == N_PLOTS)
    return;
  experiment = mis_bundled_experiment_load (plotted[self->n_drawn], &error);
  g_assert_no_error (error);
  mis_experiment_run_start (self->run, experiment, NULL);
}

static void
ended_cb (MisStartPage *self)
{
  g_autoptr (MisChart) chart = mis_figure_chart (mis_experiment_run_get_data (self->run));

  mis_plot_view_set_chart (self->plots[self->n_drawn++], chart);
  draw_next (self);
}

static void
experiments_clicked_cb (MisStartPage *self)
{
  g_signal_emit (self, signals[EXPERIMENTS_CHOSEN], 0);
}

/* The links of the page lead to pages of the help. */
static gboolean
help_clicked_cb (MisStartPage *self, const char *page)
{
  return gtk_widget_activate_action (GTK_WIDGET (self), "win.help-page", "s", page);
}

static void
recent_activated_cb (MisStartPage *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[FILE_CHOSEN], 0, g_object_get_data (G_OBJECT (row), "file"));
}

static GtkWidget *
new_recent_row (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *title = g_filename_display_name (name);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *folder = parent != NULL ? g_file_get_parse_name (parent) : g_strdup ("");
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "file", g_object_ref (file), g_object_unref);
  return row;
}

static void
mis_start_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mis_start_page_parent_class)->map (widget);
  /* Files come and go while something else is to be seen. */
  mis_start_page_refresh (MIS_START_PAGE (widget));
  draw_next (MIS_START_PAGE (widget));
}

static void
mis_start_page_unmap (GtkWidget *widget)
{
  mis_experiment_run_forget (MIS_START_PAGE (widget)->run);
  GTK_WIDGET_CLASS (mis_start_page_parent_class)->unmap (widget);
}

static void
mis_start_page_dispose (GObject *object)
{
  g_clear_object (&MIS_START_PAGE (object)->run);
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_START_PAGE);
  G_OBJECT_CLASS (mis_start_page_parent_class)->dispose (object);
}

static void
mis_start_page_class_init (MisStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_start_page_dispose;
  widget_class->map = mis_start_page_map;
  widget_class->unmap = mis_start_page_unmap;

  signals[EXAMPLE_CHOSEN] = g_signal_new ("example-chosen", MIS_TYPE_START_PAGE, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FILE_CHOSEN] = g_signal_new ("file-chosen", MIS_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  signals[EXPERIMENTS_CHOSEN] = g_signal_new ("experiments-chosen", MIS_TYPE_START_PAGE,
                                              G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                              0);

  g_type_ensure (MIS_TYPE_CARD_GRID);
  g_type_ensure (MIS_TYPE_PLOT_VIEW);
  g_type_ensure (MIS_TYPE_WAY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MisStartPage, gallery);
  gtk_widget_class_bind_template_child (widget_class, MisStartPage, experiments_button);
  gtk_widget_class_bind_template_child (widget_class, MisStartPage, open_list);
  gtk_widget_class_bind_template_child (widget_class, MisStartPage, open_row);
  gtk_widget_class_bind_template_child (widget_class, MisStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, MisStartPage, recent_list);
  for (guint i = 0; i < N_PLOTS; i++)
    gtk_widget_class_bind_template_child_full (
      widget_class, plot_names[i], FALSE,
      G_STRUCT_OFFSET (MisStartPage, plots) + (gssize) (i * sizeof (gpointer)));
  gtk_widget_class_bind_template_callback (widget_class, experiments_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, help_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
}

static void
mis_start_page_init (MisStartPage *self)
{
  self->run = mis_experiment_run_new ();
  g_signal_connect_object (self->run, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_PLOTS; i++)
    mis_plot_view_set_thumbnail (self->plots[i], TRUE);
  mis_card_grid_set_spacing (self->gallery, GALLERY_SPACING);
  fill_gallery (self);
  mis_start_page_refresh (self);
}

void
mis_start_page_refresh (MisStartPage *self)
{
  g_autoptr (GPtrArray) files = mis_recent_files_list ();
  GtkListBoxRow *row;

  g_return_if_fail (MIS_IS_START_PAGE (self));

  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)) != NULL)
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));
  for (guint i = 0; i < files->len; i++)
    gtk_list_box_append (self->recent_list, new_recent_row (g_ptr_array_index (files, i)));
  gtk_widget_set_visible (self->recent_box, files->len > 0);
}

void
mis_start_page_show_open (MisStartPage *self, const char *title, gboolean modified)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MIS_IS_START_PAGE (self) && title != NULL);

  text = g_strdup_printf (_("Continue with “%s”"), title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->open_row), text);
  adw_action_row_set_subtitle (
    self->open_row, modified
                      ? _("It is open here, with changes that are not saved yet. Any other "
                          "project opens in a window of its own.")
                      : _("It is open here. Any other project opens in a window of its own."));
  gtk_widget_set_visible (self->open_list, TRUE);
}

void
mis_start_page_take_focus (MisStartPage *self)
{
  g_return_if_fail (MIS_IS_START_PAGE (self));

  if (gtk_widget_get_visible (self->open_list))
    gtk_widget_grab_focus (GTK_WIDGET (self->open_row));
}
