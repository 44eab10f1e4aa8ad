#include "app/figure-table.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/distribution-lines.h"
#include "app/name-factory.h"
#include "app/own-scroll.h"
#include "report/number-text.h"

#define SERIES_CHARS 30
#define SHOWN_DECIMALS 4
#define COPIED_DECIMALS 15
#define SAME 1e-9 /* what is worked out in two ways differs by less */

/* What the lines are, and so which columns they have. */
typedef enum
{
  COLUMNS_NONE, /* as long as there are no data */
  COLUMNS_RUNS,
  COLUMNS_SCORE, /* where nothing is drawn: mean, ends and expectation would all be the same */
  COLUMNS_QUANTILES,
} Columns;

struct _MisFigureTable
{
  AdwBin parent_instance;

  GtkDropDown *series_drop_down;
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkLabel *x_label;

  GtkStringList *lines; /* of the series that is shown: its numbers, each ended by a tab */
  GtkEventController *scroll; /* GtkScrolledWindow's own */
  MisFigureData *data;
  Columns columns;
  gboolean filling;
};

/* The columns behind that of x. */
static const struct
{
  const char *title;
  gsize offset;
} columns[] = {
  { N_("Mean"), G_STRUCT_OFFSET (MisFigurePoint, mean) },
  { N_("Lowest"), G_STRUCT_OFFSET (MisFigurePoint, min) },
  { N_("Highest"), G_STRUCT_OFFSET (MisFigurePoint, max) },
  { N_("Deviation"), G_STRUCT_OFFSET (MisFigurePoint, sd) },
  { N_("Expected"), G_STRUCT_OFFSET (MisFigurePoint, theory) },
};

/* The columns of a distribution. */
static const char *const quantile_titles[] = { N_ ("Statistic"), N_ ("Probability"), N_ ("Value") };

G_DEFINE_FINAL_TYPE (MisFigureTable, mis_figure_table, ADW_TYPE_BIN)

static void
append_number (GString *line, double value, gboolean shown)
{
  g_autofree char *text = NULL;

  if (isnan (value))
    text = g_strdup (shown ? "–" : "");
  else
    text = shown ? mis_number_text_fixed (value, SHOWN_DECIMALS)
                 : mis_number_text (value, COPIED_DECIMALS);
  g_string_append (line, text);
}

/* What is shown has few digits, what is copied all. */
static void
append_point (GString *line, const MisFigurePoint *point, gboolean whole, gboolean shown)
{
  if (whole)
    g_string_append_printf (line, "%.0f", point->x);
  else
    append_number (line, point->x, shown);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_string_append_c (line, '\t');
      append_number (line, G_STRUCT_MEMBER (double, point, columns[i].offset), shown);
    }
}

/* @name: translated. */
static void
append_quantile (GString *text, const char *name, const MisDistributionLine *line, gboolean shown)
{
  g_autofree char *percent = NULL;

  g_string_append_printf (text, "%s\t", name);
  if (shown && !isnan (line->probability))
    {
      percent = mis_percent_text (line->probability);
      g_string_append (text, percent);
    }
  else
    append_number (text, line->probability, shown);
  g_string_append_c (text, '\t');
  append_number (text, line->value, shown);
}

/* (transfer full): what the bars of a hill are called, beside the score that each begins at. */
static char *
dup_bar_name (const MisBins *bins)
{
  g_autofree char *width =
      mis_number_text (mis_bins_get_width (bins), (guint) MAX (-bins->power, 0));

  /* Translators: how wide the bars of a histogram are; the score follows */
  return g_strdup_printf (_ ("Runs in the bar %s wide from"), width);
}

/* The bars of a hill, each with the share of the runs in it and the score that it begins at. */
static void
add_bars (GStrvBuilder *lines, const MisFigureData *data, const MisDistribution *it, gboolean shown)
{
  g_autofree char *name = dup_bar_name (&data->bins);
  guint n_runs = 0;

  for (guint bin = 0; bin < data->bins.n; bin++)
    n_runs += it->counts[bin];
  for (guint bin = 0; bin < data->bins.n; bin++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      const MisDistributionLine bar = { NULL, (double) it->counts[bin] / MAX (n_runs, 1),
                                        mis_bins_get_edge (&data->bins, bin) };

      append_quantile (line, name, &bar, shown);
      g_strv_builder_add (lines, line->str);
    }
}

/* Whether x counts something. */
static gboolean
is_whole (const MisFigureSeries *series)
{
  for (guint i = 0; i < series->points->len; i++)
    if (mis_figure_series_get_point (series, i)->x
        != floor (mis_figure_series_get_point (series, i)->x))
      return FALSE;
  return TRUE;
}

/* (transfer full): the lines of a series, ended by %NULL. */
static char **
list_lines (const MisFigureData *data, const MisFigureSeries *series, gboolean shown)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  MisDistributionLine quantiles[MIS_N_DISTRIBUTION_LINES];
  guint n = series->points->len;
  gboolean whole = is_whole (series);

  if (series->distribution != NULL)
    {
      mis_distribution_list (series, quantiles);
      n = MIS_N_DISTRIBUTION_LINES;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      if (series->distribution != NULL)
        append_quantile (line, _(quantiles[i].name), &quantiles[i], shown);
      else
        append_point (line, mis_figure_series_get_point (series, i), whole, shown);
      g_strv_builder_add (lines, line->str);
    }
  if (series->distribution != NULL)
    add_bars (lines, data, series->distribution, shown);
  return g_strv_builder_end (lines);
}

static void
show_series (MisFigureTable *self)
{
  guint selected = gtk_drop_down_get_selected (self->series_drop_down);
  g_auto (GStrv) lines = NULL;

  gtk_string_list_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                          NULL);
  if (self->data == NULL || selected >= self->data->series->len)
    return;
  lines = list_lines (self->data, mis_figure_data_get_series (self->data, selected), TRUE);
  gtk_string_list_splice (self->lines, 0, 0, (const char *const *) lines);
}

static void
series_selected_cb (MisFigureTable *self)
{
  if (!self->filling)
    show_series (self);
}

static void
copy_clicked_cb (MisFigureTable *self)
{
  g_autofree char *text = mis_figure_table_get_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("Copied the Numbers"));
}

static void
setup_cell_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkStringObject *line = gtk_list_item_get_item (item);
  g_auto (GStrv) numbers = g_strsplit (gtk_string_object_get_string (line), "\t", -1);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       numbers[GPOINTER_TO_UINT (column)]);
}

static void
append_column (MisFigureTable *self, const char *title, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (view_column, TRUE);
  gtk_column_view_append_column (self->view, view_column);
}

/* Whether the table has lines on that side that are out of sight. */
static gboolean
can_scroll (MisFigureTable *self, double dy)
{
  GtkAdjustment *own = gtk_scrolled_window_get_vadjustment (self->scroller);
  double value = gtk_adjustment_get_value (own);

  if (dy < 0.0)
    return value > gtk_adjustment_get_lower (own);
  return value < gtk_adjustment_get_upper (own) - gtk_adjustment_get_page_size (own);
}

/* With Shift, and with two fingers, one scrolls to the side, too. */
static gboolean
is_sideways (GtkEventController *controller, double dx, double dy)
{
  return (gtk_event_controller_get_current_event_state (controller) & GDK_SHIFT_MASK) != 0
         || fabs (dx) > fabs (dy);
}

/* What the fingers have drawn beyond the end goes back; the scrolled window will not hear when they
 * let go. */
static void
pass_on (MisFigureTable *self)
{
  gtk_event_controller_set_propagation_phase (self->scroll, GTK_PHASE_NONE);
  g_signal_emit_by_name (self->scroll, "scroll-end");
  g_signal_emit_by_name (self->scroll, "decelerate", 0.0, 0.0);
}

/* A scrolled window keeps the wheel to itself even where it has nothing to scroll. There the page
 * around it gets the event itself, and makes of it what it makes of those beside the table. */
static gboolean
scroll_cb (GtkEventController *controller, double dx, double dy, MisFigureTable *self)
{
  gboolean keeps = is_sideways (controller, dx, dy) || can_scroll (self, dy);
  gboolean kept = gtk_event_controller_get_propagation_phase (self->scroll) != GTK_PHASE_NONE;

  if (keeps && !kept)
    gtk_event_controller_set_propagation_phase (self->scroll, GTK_PHASE_BUBBLE);
  else if (!keeps && kept)
    pass_on (self);
  return GDK_EVENT_PROPAGATE;
}

static void
remove_columns (MisFigureTable *self)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (shown) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

/* A column has no tooltip of its own; its heading is the last one of the header. */
static void
explain_last_column (MisFigureTable *self, const char *words)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  gtk_widget_set_tooltip_text (gtk_widget_get_last_child (header), words);
}

static void
append_run_columns (MisFigureTable *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    append_column (self, _(columns[i].title), i + 1);
  explain_last_column (self, _("What theory says the mean of ever more runs comes to, where it "
                               "says anything"));
}

static void
append_columns (MisFigureTable *self)
{
  if (self->columns == COLUMNS_QUANTILES)
    {
      for (guint i = 0; i < G_N_ELEMENTS (quantile_titles); i++)
        append_column (self, _(quantile_titles[i]), i);
      return;
    }
  append_column (self, "x", 0);
  if (self->columns == COLUMNS_SCORE)
    append_column (self, _("Score"), 1);
  else
    append_run_columns (self);
}

/* Whether each point is one number, whichever way one looks at it. */
static gboolean
has_one_number (const MisFigureSeries *series)
{
  for (guint i = 0; i < series->points->len; i++)
    {
      const MisFigurePoint *point = mis_figure_series_get_point (series, i);
      gboolean is_expected = isnan (point->theory) || fabs (point->theory - point->mean) <= SAME;

      if (!is_expected || point->max - point->min > SAME)
        return FALSE;
    }
  return TRUE;
}

static Columns
find_columns (const MisFigureData *data)
{
  if (data == NULL)
    return COLUMNS_RUNS;
  if (data->is_distribution)
    return COLUMNS_QUANTILES;
  for (guint i = 0; i < data->series->len; i++)
    if (!has_one_number (mis_figure_data_get_series (data, i)))
      return COLUMNS_RUNS;
  return data->series->len > 0 ? COLUMNS_SCORE : COLUMNS_RUNS;
}

/* Quantiles have other columns than points; lines of the one are not to meet those of the other. */
static void
show_columns (MisFigureTable *self)
{
  Columns found = find_columns (self->data);

  if (found == self->columns)
    return;
  gtk_string_list_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                          NULL);
  self->columns = found;
  remove_columns (self);
  append_columns (self);
}

static void
mis_figure_table_dispose (GObject *object)
{
  MisFigureTable *self = MIS_FIGURE_TABLE (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_FIGURE_TABLE);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->data, mis_figure_data_unref);
  G_OBJECT_CLASS (mis_figure_table_parent_class)->dispose (object);
}

static void
mis_figure_table_class_init (MisFigureTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_figure_table_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/figure-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MisFigureTable, series_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MisFigureTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, MisFigureTable, view);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
  gtk_widget_class_bind_template_child (widget_class, MisFigureTable, x_label);
  gtk_widget_class_bind_template_callback (widget_class, series_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "figuretable");
}

static void
mis_figure_table_init (MisFigureTable *self)
{
  self->lines = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->scroll = mis_find_own_scroll (GTK_WIDGET (self->scroller));
  mis_name_factory_set (self->series_drop_down, SERIES_CHARS);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                           G_LIST_MODEL (g_object_ref (self->lines)))));
  append_columns (self);
}

static void
show_names (MisFigureTable *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->series_drop_down);
  guint n = self->data != NULL ? self->data->series->len : 0;

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, _(mis_figure_data_get_series (self->data, i)->name));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->series_drop_down, G_LIST_MODEL (names));
  if (n > 0)
    gtk_drop_down_set_selected (self->series_drop_down, selected < n ? selected : 0);
  self->filling = FALSE;
}

/* Whether the names of the series are values of something that is said once. */
static gboolean
has_legend (MisFigureTable *self)
{
  return self->data != NULL && *self->data->legend != '\0';
}

void
mis_figure_table_set_data (MisFigureTable *self, MisFigureData *data)
{
  g_autofree char *x_label = NULL;
  g_autofree char *caption = NULL;

  g_return_if_fail (MIS_IS_FIGURE_TABLE (self));

  if (data != NULL)
    mis_figure_data_ref (data);
  g_clear_pointer (&self->data, mis_figure_data_unref);
  self->data = data;
  x_label = g_strdup_printf (data != NULL && data->is_distribution
                                 /* Translators: what the numbers in the column Value are */
                                 ? _("Value: %s")
                                 /* Translators: what the numbers in the column x are */
                                 : _("x: %s"),
                             data != NULL ? _(data->x_label) : "");
  caption = has_legend (self) ? g_strdup_printf ("%s\n%s", _(data->legend), x_label)
                              : g_steal_pointer (&x_label);
  gtk_label_set_label (self->x_label, caption);
  show_columns (self);
  show_names (self);
  show_series (self);
}

/* (transfer full): the names of all columns that are copied. */
static GString *
copy_titles (MisFigureTable *self)
{
  GString *text = g_string_new (has_legend (self) ? _(self->data->legend) : _("Series"));

  if (self->columns == COLUMNS_QUANTILES)
    {
      for (guint i = 0; i < G_N_ELEMENTS (quantile_titles); i++)
        g_string_append_printf (text, "\t%s", _(quantile_titles[i]));
      return text;
    }
  g_string_append_printf (text, "\t%s", self->data != NULL ? _(self->data->x_label) : "x");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (text, "\t%s", _(columns[i].title));
  return text;
}

char *
mis_figure_table_get_text (MisFigureTable *self)
{
  GString *text;

  g_return_val_if_fail (MIS_IS_FIGURE_TABLE (self), NULL);

  text = copy_titles (self);
  for (guint i = 0; self->data != NULL && i < self->data->series->len; i++)
    {
      const MisFigureSeries *series = mis_figure_data_get_series (self->data, i);
      g_auto (GStrv) lines = list_lines (self->data, series, FALSE);

      for (guint line = 0; lines[line] != NULL; line++)
        g_string_append_printf (text, "\n%s\t%s", _(series->name), lines[line]);
    }
  return g_string_free (g_string_append_c (text, '\n'), FALSE);
}
