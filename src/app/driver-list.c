#include "app/driver-list.h"

#include <glib/gi18n.h>

#include "app/driver-row.h"
#include "document/holders.h"
#include "report/number-text.h"

#define N_ROWS 4u

/* In larger projects it would take too long within a frame to look up who holds what. */
#define MOST_ROWS_WITH_HOLDERS 2000u

struct _MisDriverList
{
  AdwBin parent_instance;

  GtkBox *rows;
  GtkLabel *rest;

  MisDocument *document;
};

G_DEFINE_FINAL_TYPE (MisDriverList, mis_driver_list, ADW_TYPE_BIN)

/* (transfer full): the area, and the groups that hold the one goal and the other. */
static char *
describe (MisWorld *world, const MisPairContribution *pair)
{
  const char *area = mis_area_get_name (mis_world_get_area (world, pair->area));
  g_autoptr (MisHolders) holders = NULL;

  if (mis_world_get_n_agents (world) > MOST_ROWS_WITH_HOLDERS)
    return g_strdup (area);
  holders = mis_holders_new (world, pair->area);
  /* Translators: a problem area, and the groups that hold the one of two goals and the other */
  return g_strdup_printf (_("%s: %s – %s"), area,
                          mis_holders_get_words (holders, pair->g, FALSE),
                          mis_holders_get_words (holders, pair->h, FALSE));
}

static void
show_pair (GtkWidget *row, MisWorld *world, const MisPairContribution *pair, double overall)
{
  const MisArea *area = mis_world_get_area (world, pair->area);
  /* Translators: two goals */
  g_autofree char *title = g_strdup_printf (_("%s against %s"),
                                            mis_area_get_goal_name (area, pair->g),
                                            mis_area_get_goal_name (area, pair->h));
  g_autofree char *detail = describe (world, pair);

  mis_driver_row_show (MIS_DRIVER_ROW (row), title, detail, pair->overall / overall);
  mis_driver_row_lead_to (MIS_DRIVER_ROW (row), pair->area, pair->g, pair->h);
}

/* What a part says of a change: exact where M is linear in every conflict (paper, eq. 6 and 7). */
static const char *
explain (const MisScoring *scoring)
{
  if (scoring->area_mean == MIS_AREA_MEAN_ARITHMETIC
      && scoring->normalization == MIS_NORMALIZATION_NONE
      && scoring->weights == MIS_WEIGHTS_AS_GIVEN)
    return _("If two goals clashed no longer, the score would fall by just their part.");
  return _("Parts of the score as it is: if two goals clashed no longer, it could fall by more or "
           "by less.");
}

/* What is not shown, and what a part is. */
static void
show_rest (MisDriverList *self, MisWorld *world, const MisContributions *parts, double shown)
{
  guint n = parts->n_pairs - MIN (parts->n_pairs, N_ROWS);
  g_autofree char *percent = mis_percent_text (MAX (1.0 - shown / parts->overall, 0.0));
  const char *explanation = explain (mis_world_get_scoring (world));
  g_autofree char *rest = g_strdup_printf (
    ngettext ("%u other conflict makes up %s.", "%u other conflicts make up %s.", n), n, percent);
  g_autofree char *text = n > 0 ? g_strdup_printf ("%s %s", rest, explanation)
                                : g_strdup (explanation);

  gtk_label_set_label (self->rest, text);
}

static void
show_pairs (MisDriverList *self, MisWorld *world, const MisContributions *parts)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  guint n_shown = MIN (parts->n_pairs, N_ROWS);
  double shown = 0.0;

  for (guint i = 0; i < N_ROWS; i++, row = gtk_widget_get_next_sibling (row))
    {
      gtk_widget_set_visible (row, i < n_shown);
      if (i >= n_shown)
        continue;
      show_pair (row, world, &parts->pairs[i], parts->overall);
      shown += parts->pairs[i].overall;
    }
  show_rest (self, world, parts, shown);
}

static void
document_changed_cb (MisDriverList *self)
{
  MisResults *results = mis_document_get_results (self->document);
  gboolean has_parts;

  if (results == NULL)
    return;
  has_parts = results->parts->n_pairs > 0 && results->parts->overall > 0.0;
  gtk_widget_set_visible (GTK_WIDGET (self->rows), has_parts);
  if (has_parts)
    show_pairs (self, mis_results_get_world (results), results->parts);
  else
    gtk_label_set_label (self->rest, _("No conflict adds to the score."));
}

static void
mis_driver_list_dispose (GObject *object)
{
  MisDriverList *self = MIS_DRIVER_LIST (object);

  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_DRIVER_LIST);
  G_OBJECT_CLASS (mis_driver_list_parent_class)->dispose (object);
}

static void
mis_driver_list_class_init (MisDriverListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_driver_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/driver-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MisDriverList, rows);
  gtk_widget_class_bind_template_child (widget_class, MisDriverList, rest);
  gtk_widget_class_set_css_name (widget_class, "driverlist");
}

static void
mis_driver_list_init (MisDriverList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_ROWS; i++)
    gtk_box_append (self->rows, mis_driver_row_new ());
}

void
mis_driver_list_set_document (MisDriverList *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_DRIVER_LIST (self));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document == NULL)
    return;
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  document_changed_cb (self);
}
