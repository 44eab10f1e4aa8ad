#include "app/scenario-list.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/tooltip.h"
#include "document/scenario-scores.h"
#include "report/number-text.h"

/* A difference of fewer than so many decimals is none that is shown. */
#define DECIMALS 3

/* Texts that are longer are cut short. */
#define NAME_CHARS 34
#define NARROW_NAME_CHARS 20

struct _MisScenarioList
{
  GtkPopover parent_instance;

  GtkListBox *rows;
  GtkWidget *new_button;
  GtkWidget *keep_button;

  MisDocument *document;
  MisScenarioScores *scores;
  gboolean narrow;
  guint refill_source;
};

G_DEFINE_FINAL_TYPE (MisScenarioList, mis_scenario_list, GTK_TYPE_POPOVER)

/* (nullable): of row @index, where 0 is the base. */
static MisScenario *
get_scenario (MisScenarioList *self, guint index)
{
  MisWorld *project = mis_document_get_project (self->document);

  return index > 0 ? mis_world_get_scenario (project, index - 1) : NULL;
}

static GtkWidget *
new_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

/* (transfer full): "+0.012 to the base"; words where there is none to be seen. */
static char *
dup_difference (double value, double base)
{
  double difference = value - base;
  g_autofree char *number = mis_number_text_fixed (fabs (difference), DECIMALS);

  if (isnan (difference))
    return NULL;
  if (fabs (difference) < 0.5 * pow (10, -DECIMALS))
    return g_strdup (_ ("as the base"));
  /* Translators: by how much a score differs from that of the base project: a sign, a number */
  return g_strdup_printf (difference > 0 ? _ ("+%s") : _ ("−%s"), number);
}

static GtkWidget *
new_texts (MisScenarioList *self, const MisScenario *scenario)
{
  int most_chars = self->narrow ? NARROW_NAME_CHARS : NAME_CHARS;
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = new_label (scenario != NULL ? scenario->name : _ ("Base project"), NULL);

  gtk_label_set_width_chars (GTK_LABEL (name), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (name), most_chars);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), name);
  if (scenario != NULL && *scenario->description != '\0')
    {
      g_auto (GStrv) lines = g_strsplit (scenario->description, "\n", 2);
      GtkWidget *description = new_label (lines[0], "caption");

      gtk_label_set_max_width_chars (GTK_LABEL (description), most_chars);
      gtk_widget_add_css_class (description, "dim-label");
      mis_tooltip_set (texts, scenario->description);
      gtk_box_append (GTK_BOX (texts), description);
    }
  return texts;
}

static GtkWidget *
new_numbers (MisScenarioList *self, guint index)
{
  GtkWidget *numbers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  double value = mis_scenario_scores_get (self->scores, index);
  g_autofree char *score = isnan (value) ? g_strdup ("…") : mis_score_text (value);
  g_autofree char *difference =
      index > 0 ? dup_difference (value, mis_scenario_scores_get (self->scores, 0)) : NULL;
  GtkWidget *label = new_label (score, "numeric");

  if (isnan (value) && !mis_scenario_scores_is_busy (self->scores))
    gtk_label_set_label (GTK_LABEL (label), _ ("no score"));
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (numbers, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (numbers), label);
  if (difference != NULL)
    {
      GtkWidget *below = new_label (difference, "caption");

      gtk_label_set_xalign (GTK_LABEL (below), 1);
      gtk_widget_add_css_class (below, "numeric");
      gtk_widget_add_css_class (below, "dim-label");
      gtk_box_append (GTK_BOX (numbers), below);
    }
  return numbers;
}

static GtkWidget *
new_row (MisScenarioList *self, guint index)
{
  const MisScenario *scenario = get_scenario (self, index);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_opacity (mark, scenario == mis_document_get_scenario (self->document) ? 1 : 0);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), new_texts (self, scenario));
  gtk_box_append (GTK_BOX (box), new_numbers (self, index));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  scenario != NULL ? scenario->name : _ ("Base project"), -1);
  return row;
}

static void
clear_rows (MisScenarioList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
}

static void
fill (MisScenarioList *self)
{
  guint n = mis_world_get_n_scenarios (mis_document_get_project (self->document));

  clear_rows (self);
  for (guint i = 0; i <= n; i++)
    gtk_list_box_append (self->rows, new_row (self, i));
}

/* The row of what is shown now. */
static GtkListBoxRow *
get_shown_row (MisScenarioList *self)
{
  const MisScenario *scenario = mis_document_get_scenario (self->document);
  MisWorld *project = mis_document_get_project (self->document);

  return gtk_list_box_get_row_at_index (
      self->rows, scenario != NULL ? mis_world_find_scenario (project, scenario->id) + 1 : 0);
}

static void
grab_shown (MisScenarioList *self)
{
  GtkListBoxRow *row = get_shown_row (self);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
counted_cb (MisScenarioList *self)
{
  GtkWidget *focus = gtk_list_box_get_row_at_index (self->rows, 0) != NULL
                         ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self->rows)))
                         : NULL;
  int index = focus != NULL && GTK_IS_LIST_BOX_ROW (focus)
                  ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus))
                  : -1;

  if (self->document == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  fill (self);
  if (index >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, index)));
}

/* What each comes to is asked for when it is to be seen. */
static void
show_cb (MisScenarioList *self)
{
  if (self->document == NULL)
    return;
  mis_scenario_scores_ask (self->scores, mis_document_get_project (self->document));
  fill (self);
  gtk_widget_set_sensitive (self->keep_button, mis_document_get_scenario (self->document) == NULL &&
                                                   mis_document_is_modified (self->document));
  grab_shown (self);
}

static gboolean
refill_cb (gpointer user_data)
{
  MisScenarioList *self = user_data;

  self->refill_source = 0;
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    show_cb (self);
  return G_SOURCE_REMOVE;
}

/* Keys undo while the list is open, too. Not at once: a field that is left may change the project,
 * while the keyboard is on its way to one of the rows. */
static void
state_changed_cb (MisScenarioList *self)
{
  if (self->refill_source == 0 && gtk_widget_get_visible (GTK_WIDGET (self)))
    self->refill_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refill_cb, self, NULL);
}

static void
row_activated_cb (MisScenarioList *self, GtkListBoxRow *row)
{
  guint index = (guint)gtk_list_box_row_get_index (row);
  const MisScenario *scenario;
  g_autofree char *id = NULL;

  gtk_popover_popdown (GTK_POPOVER (self));
  if (index > mis_world_get_n_scenarios (mis_document_get_project (self->document)))
    return;
  scenario = get_scenario (self, index);
  id = g_strdup (scenario != NULL ? scenario->id : "");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-scenario", "s", id);
}

static void
new_clicked_cb (MisScenarioList *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-scenario", NULL);
}

static void
keep_clicked_cb (MisScenarioList *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.keep-edits", NULL);
}

static void
forget_document (MisScenarioList *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_handle_id (&self->refill_source, g_source_remove);
  g_clear_object (&self->document);
}

static void
mis_scenario_list_dispose (GObject *object)
{
  MisScenarioList *self = MIS_SCENARIO_LIST (object);

  forget_document (self);
  g_clear_object (&self->scores);
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_SCENARIO_LIST);
  G_OBJECT_CLASS (mis_scenario_list_parent_class)->dispose (object);
}

static void
mis_scenario_list_class_init (MisScenarioListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_scenario_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/scenario-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MisScenarioList, rows);
  gtk_widget_class_bind_template_child (widget_class, MisScenarioList, new_button);
  gtk_widget_class_bind_template_child (widget_class, MisScenarioList, keep_button);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_clicked_cb);
}

static void
mis_scenario_list_init (MisScenarioList *self)
{
  self->scores = mis_scenario_scores_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->scores, "counted", G_CALLBACK (counted_cb), self,
                           G_CONNECT_SWAPPED);
}

void
mis_scenario_list_set_document (MisScenarioList *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_SCENARIO_LIST (self));

  forget_document (self);
  if (document == NULL)
    {
      clear_rows (self);
      return;
    }
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "state-changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
mis_scenario_list_set_narrow (MisScenarioList *self, gboolean narrow)
{
  g_return_if_fail (MIS_IS_SCENARIO_LIST (self));

  self->narrow = narrow;
}
