#include "app/experiment-page-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/experiment-words.h"
#include "app/held-pointer.h"
#include "app/value-entry.h"
#include "report/figure.h"

enum
{
  PROP_0,
  PROP_CHART,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MisExperimentPage, mis_experiment_page, ADW_TYPE_BIN)

/* (transfer full): what there is to say once nothing need be run; after a run that looks as if it
 * had done nothing, why that is. */
static char *
dup_rest_text (MisExperimentPage *self)
{
  if (!self->is_repeated)
    return g_strdup (_("The chart is up to date."));
  return mis_repeated_text (mis_experiment_settings_has_chance (self->settings));
}

/* What Run will do, before it is pressed. */
void
mis_experiment_page_show_forecast (MisExperimentPage *self)
{
  MisExperiment *experiment = mis_experiment_settings_get_experiment (self->settings);
  g_autofree char *text =
      mis_experiment_settings_has_fault (self->settings)
          ? g_strdup (_("Correct the marked number; then this can be run."))
      : mis_experiment_page_is_up_to_date (self)
          ? dup_rest_text (self)
          : mis_forecast_text (mis_experiment_run_count (experiment), self->world_seconds);

  gtk_label_set_label (self->forecast, text);
}

/* What need not be pressed does not ask for it. */
static void
show_run_button (MisExperimentPage *self)
{
  gboolean is_up_to_date = mis_experiment_page_is_up_to_date (self);

  gtk_button_set_label (GTK_BUTTON (self->run_button), is_up_to_date ? _("_Run Again") : _("_Run"));
  if (is_up_to_date)
    gtk_widget_remove_css_class (self->run_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->run_button, "suggested-action");
}

void
mis_experiment_page_show_buttons (MisExperimentPage *self)
{
  show_run_button (self);
  gtk_widget_set_sensitive (
      self->run_button, !self->is_missing && !mis_experiment_settings_has_fault (self->settings));
  gtk_widget_set_visible (self->reset_button,
                          self->own_id == NULL
                              && (mis_experiment_settings_is_changed (self->settings)
                                  || mis_experiment_settings_has_fault (self->settings)));
}

/* By which all of the page is scrolled. */
GtkAdjustment *
mis_experiment_page_get_scrolling (MisExperimentPage *self)
{
  GtkWidget *scrolled =
      gtk_widget_get_ancestor (GTK_WIDGET (self->split), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

/* The notice stands above all of the page. */
static void
show_notice_box (GtkWidget *box)
{
  GtkWidget *notice = gtk_widget_get_first_child (box);

  gtk_widget_set_visible (box, *gtk_label_get_label (GTK_LABEL (notice)) != '\0');
}

void
mis_experiment_page_show_notice (MisExperimentPage *self, const char *text)
{
  gtk_label_set_label (self->notice, text != NULL ? text : "");
  mis_when_released (self->notice_box, show_notice_box);
}

/* What the band does when there are more runs. */
static const char *
explain_band (const MisFigureData *data)
{
  if (data->runs < 2 || data->is_distribution
      || g_strcmp0 (data->band, mis_bands[MIS_BAND_MIN_MAX].nick) != 0)
    return "";
  return _("The band spans all runs: the more runs, the wider it is. For what is typical choose "
           "“5th to 95th percentile” as the band.");
}

/* What the thin line is. */
static const char *
explain_theory (const MisFigureData *data)
{
  if (data->runs < 2 || data->is_distribution || !mis_figure_has_theory (data))
    return "";
  return _("What theory expects is the mean of all draws there could be, worked out without "
           "drawing.");
}

static void
add_sentence (GString *text, const char *sentence)
{
  if (text->len > 0 && *sentence != '\0')
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

/* (transfer full): what is said below the chart, if there is one. */
static char *
make_caption (MisExperiment *experiment, const MisFigureData *data)
{
  g_autofree char *sentence = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (data == NULL || mis_figure_is_empty (data))
    return g_strdup ("");
  sentence = mis_figure_sentence (experiment, data);
  add_sentence (text, sentence);
  add_sentence (text, explain_band (data));
  add_sentence (text, explain_theory (data));
  return g_strdup (text->str);
}

/* A distribution is seen as it was last chosen. */
static void
show_chart (MisExperimentPage *self)
{
  gboolean is_distribution = self->data != NULL && self->data->is_distribution
                             && !mis_figure_is_empty (self->data);
  MisDistributionView view = gtk_toggle_button_get_active (self->hill_button)
                                 ? MIS_DISTRIBUTION_HILL
                                 : MIS_DISTRIBUTION_RISING;
  g_autoptr (MisChart) chart =
      self->data != NULL ? mis_figure_chart_view (self->data, view) : NULL;

  gtk_widget_set_visible (self->view_box, is_distribution);
  mis_plot_card_set_chart (self->plot_card, chart);
}

void
mis_experiment_page_show_data (MisExperimentPage *self,
                               MisExperiment *experiment,
                               MisWorld *world,
                               MisFigureData *data)
{
  g_autofree char *caption = make_caption (experiment, data);

  if (data != NULL)
    mis_figure_data_ref (data);
  if (world != NULL)
    mis_world_ref (world);
  mis_experiment_ref (experiment);
  g_clear_pointer (&self->data, mis_figure_data_unref);
  g_clear_pointer (&self->shown, mis_experiment_unref);
  g_clear_pointer (&self->shown_world, mis_world_unref);
  self->data = data;
  self->shown = experiment;
  self->shown_world = world;
  g_clear_pointer (&self->part, g_free);
  show_chart (self);
  mis_plot_card_set_caption (self->plot_card, caption);
  mis_figure_table_set_data (self->table, data);
  if (mis_experiment_settings_get_experiment (self->settings) != NULL)
    {
      mis_experiment_page_show_forecast (self);
      mis_experiment_page_show_buttons (self);
    }
  mis_experiment_page_show_age (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

static void
settings_changed_cb (MisExperimentPage *self)
{
  if (mis_experiment_settings_get_experiment (self->settings) == NULL)
    return;
  self->is_repeated = FALSE;
  if (self->own_id != NULL)
    mis_experiment_page_take_settings (self);
  mis_experiment_page_show_forecast (self);
  mis_experiment_page_show_buttons (self);
  mis_experiment_page_show_age (self);
  if (self->own_id == NULL)
    mis_experiment_page_show_part (self);
  if (self->own_id == NULL && !mis_experiment_page_is_running (self))
    mis_experiment_page_start_sample (self);
}

static void
describing_began_cb (MisExperimentPage *self)
{
  if (self->document != NULL)
    mis_document_begin_gesture (self->document);
}

static void
describing_ended_cb (MisExperimentPage *self)
{
  if (self->document != NULL)
    mis_document_end_gesture (self->document);
}

static void
view_toggled_cb (MisExperimentPage *self)
{
  show_chart (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

static void
run_clicked_cb (MisExperimentPage *self)
{
  mis_experiment_page_run (self);
}

static void
cancel_clicked_cb (MisExperimentPage *self)
{
  mis_experiment_page_cancel (self);
}

static void
reset_clicked_cb (MisExperimentPage *self)
{
  mis_experiment_settings_reset (self->settings);
  gtk_widget_grab_focus (self->run_button);
}

static void
mis_experiment_page_dispose (GObject *object)
{
  MisExperimentPage *self = MIS_EXPERIMENT_PAGE (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_object (&self->run);
  g_clear_object (&self->sample);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_EXPERIMENT_PAGE);
  g_clear_pointer (&self->own_id, g_free);
  g_clear_pointer (&self->world, mis_world_unref);
  g_clear_pointer (&self->run_world, mis_world_unref);
  g_clear_pointer (&self->shown, mis_experiment_unref);
  g_clear_pointer (&self->shown_world, mis_world_unref);
  g_clear_pointer (&self->data, mis_figure_data_unref);
  g_clear_pointer (&self->part, g_free);
  G_OBJECT_CLASS (mis_experiment_page_parent_class)->dispose (object);
}

static void
mis_experiment_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHART)
    g_value_set_pointer (value, mis_experiment_page_get_chart (MIS_EXPERIMENT_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, description);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, description_box);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, design);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, split);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, keep_button);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, own_box);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, settings);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, forecast);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, run_stack);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, run_box);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, run_button);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, reset_button);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, progress_box);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, notice_box);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, notice);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, plot_card);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, view_box);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, hill_button);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, note_card);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, note);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, table);
  gtk_widget_class_bind_template_callback (widget_class, settings_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, describing_began_cb);
  gtk_widget_class_bind_template_callback (widget_class, describing_ended_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, run_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
}

static void
mis_experiment_page_class_init (MisExperimentPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mis_experiment_page_dispose;
  object_class->get_property = mis_experiment_page_get_property;
  properties[PROP_CHART] = g_param_spec_pointer (
      "chart", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (MIS_TYPE_EXPERIMENT_DESIGN);
  g_type_ensure (MIS_TYPE_EXPERIMENT_SETTINGS);
  g_type_ensure (MIS_TYPE_FIGURE_TABLE);
  g_type_ensure (MIS_TYPE_PLOT_CARD);
  g_type_ensure (MIS_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/misalign/Misalign/experiment-page.ui");
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
mis_experiment_page_init (MisExperimentPage *self)
{
  self->world_seconds = NAN;
  mis_experiment_page_connect_runs (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  mis_experiment_design_set_take (self->design, mis_experiment_page_take_own, self);
}

static const char *
translate (const char *text)
{
  return *text != '\0' ? _(text) : "";
}

void
mis_experiment_page_show_texts (MisExperimentPage *self, const MisExperiment *experiment)
{
  gboolean is_own = self->own_id != NULL;
  g_autofree char *title = mis_figure_title (experiment);

  g_object_set (self->plot_card, "title", title, NULL);
  gtk_label_set_label (self->description, translate (experiment->description));
  gtk_label_set_label (self->note, translate (experiment->note));
  gtk_widget_set_visible (self->note_card, *experiment->note != '\0');
  gtk_widget_set_visible (self->description_box, !is_own);
  gtk_widget_set_visible (GTK_WIDGET (self->design), is_own);
  gtk_widget_set_visible (self->own_box, is_own);
  gtk_widget_set_visible (self->keep_button, !is_own && self->document != NULL);
}

/* Leaves what was shown before, for an experiment of the project or a bundled one. */
/* Into what it was typed for, or nowhere, before the page is about another experiment. */
static void
commit_typing (MisExperimentPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, MIS_TYPE_VALUE_ENTRY) : NULL;

  if (entry == NULL || !gtk_widget_is_ancestor (entry, GTK_WIDGET (self)))
    return;
  mis_value_entry_commit (MIS_VALUE_ENTRY (entry));
  mis_value_entry_stop_typing (MIS_VALUE_ENTRY (entry));
}

void
mis_experiment_page_begin (MisExperimentPage *self, const char *own_id)
{
  commit_typing (self);
  mis_experiment_page_leave (self);
  g_free (self->own_id);
  self->own_id = g_strdup (own_id);
  g_clear_pointer (&self->world, mis_world_unref);
  self->is_missing = FALSE;
  self->is_repeated = FALSE;
  self->world_seconds = NAN;
  mis_split_set_following (self->split,
                           own_id != NULL ? mis_experiment_page_get_scrolling (self) : NULL);
  mis_experiment_page_show_notice (self, NULL);
  mis_experiment_page_show_running (self, FALSE);
}

void
mis_experiment_page_set_experiment (MisExperimentPage *self,
                                    MisExperiment *experiment,
                                    MisFigureData *data)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_PAGE (self));

  mis_experiment_page_begin (self, NULL);
  mis_experiment_page_show_texts (self, experiment);
  mis_experiment_page_show_data (self, experiment, NULL, data);
  mis_experiment_settings_set_experiment (self->settings, experiment);
  if (data == NULL)
    mis_experiment_page_start_run (self);
}

void
mis_experiment_page_set_document (MisExperimentPage *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_PAGE (self));

  g_set_object (&self->document, document);
}

const char *
mis_experiment_page_get_own_id (MisExperimentPage *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_PAGE (self), NULL);

  return self->own_id;
}

MisExperiment *
mis_experiment_page_get_set (MisExperimentPage *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_PAGE (self), NULL);

  return mis_experiment_settings_get_experiment (self->settings);
}

void
mis_experiment_page_name (MisExperimentPage *self)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_PAGE (self));

  /* Above it in a narrow window stands the chart, and what opens is seen from its top. */
  if (mis_split_is_wide (
        self->split, gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))))))
    mis_experiment_design_name (self->design);
}

/* Not at a field, where any key would change something, nor anywhere that is not in sight. */
void
mis_experiment_page_show_top (MisExperimentPage *self)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_PAGE (self));

  mis_plot_card_take_focus (self->plot_card);
  gtk_adjustment_set_value (mis_experiment_page_get_scrolling (self), 0.0);
}

MisChart *
mis_experiment_page_get_chart (MisExperimentPage *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_PAGE (self), NULL);

  return self->plot_card != NULL ? mis_plot_card_get_chart (self->plot_card) : NULL;
}

/* The sample of an own experiment is its run, if it takes no time. */
gboolean
mis_experiment_page_awaits_chart (MisExperimentPage *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_PAGE (self), FALSE);

  return self->data == NULL
         && (mis_experiment_page_is_running (self)
             || (self->own_id != NULL && mis_experiment_run_is_running (self->sample)));
}

MisExperiment *
mis_experiment_page_get_shown (MisExperimentPage *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_PAGE (self), NULL);

  return self->data != NULL ? mis_experiment_with (self->shown, &self->data->runs, NULL, NULL, NULL)
                            : NULL;
}
