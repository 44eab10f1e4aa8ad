#include "app/experiment-design.h"

#include <glib/gi18n.h>

#include "app/row-fault.h"
#include "app/uncertain-words.h"
#include "app/value-entry.h"
#include "app/variation-editor.h"
#include "core/error.h"
#include "document/quantity.h"
#include "document/ranges.h"
#include "report/number-text.h"

#define MOST_SERIES 2u /* that can be added here; a file may have more */

struct _MisExperimentDesign
{
  AdwBin parent_instance;

  AdwActionRow *title_row;
  MisValueEntry *title_entry;
  GtkTextView *description_view;
  GtkWidget *description_hint;
  GtkWidget *variations;
  MisVariationEditor *x_editor;
  GtkBox *series_box;
  GtkWidget *add_button;

  MisExperiment *experiment;
  MisWorld *world;
  GPtrArray *editors; /* of the series, in the order that they are shown */
  GArray *parts;      /* (element-type int): which of the series each is of */
  gboolean showing;
  gboolean describing;
  MisExperimentTake take;
  gpointer take_data;
};

enum
{
  DESCRIBING_BEGAN,
  DESCRIBING_ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisExperimentDesign, mis_experiment_design, ADW_TYPE_BIN)

/* Why core refuses what the fields have let through. */
static char *
explain (const GError *error)
{
  g_autofree char *most = NULL, *most_worlds = NULL;

  if (g_error_matches (error, MIS_ERROR, MIS_ERROR_DUPLICATE))
    return g_strdup (_("This varies already. Choose something else."));
  if (g_error_matches (error, MIS_ERROR, MIS_ERROR_LIMIT))
    {
      most = mis_count_text (MIS_MAX_CELLS);
      most_worlds = mis_count_text (MIS_MAX_VALUES);
      /* Translators: numbers of points, of curves, and of worlds */
      return g_strdup_printf (
          _("That is too much: an experiment has at most %s points in all, %u curves, and %s "
             "worlds to run."),
          most, MIS_MAX_SERIES, most_worlds);
    }
  return g_strdup (error->message);
}

static char *
offer_distribution (MisExperimentDesign *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisExperiment) changed = NULL;

  if (!mis_world_offers_ranges (self->world))
    return g_strdup (mis_no_ranges_text ());
  changed = mis_experiment_with_distribution (self->experiment, self->world, &error);
  return changed != NULL ? self->take (changed, self->take_data) : explain (error);
}

/* Offers @variation in the place of part @part; %NULL takes it out. */
static char *
offer (MisExperimentDesign *self, int part, const MisVariation *variation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisExperiment) changed =
      mis_experiment_with_variation (self->experiment, part, variation, &error);

  if (changed == NULL)
    return explain (error);
  return self->take (changed, self->take_data);
}

static char *
take_x (const MisVariation *variation, gpointer user_data)
{
  MisExperimentDesign *self = user_data;

  if (variation == NULL && self->experiment->ranges == MIS_RANGES_AS_SET)
    return offer_distribution (self);
  return offer (self, MIS_PART_X, variation);
}

static int
find_part (MisExperimentDesign *self, MisVariationEditor *editor)
{
  guint index;
  gboolean found = g_ptr_array_find (self->editors, editor, &index);

  g_assert (found);
  return g_array_index (self->parts, int, index);
}

static char *
take_series (const MisVariation *variation, gpointer user_data)
{
  MisVariationEditor *editor = user_data;
  MisExperimentDesign *self =
      MIS_EXPERIMENT_DESIGN (gtk_widget_get_ancestor (user_data, MIS_TYPE_EXPERIMENT_DESIGN));

  return offer (self, find_part (self, editor), variation);
}

static void
removed_cb (MisExperimentDesign *self, MisVariationEditor *editor)
{
  g_autofree char *fault = offer (self, find_part (self, editor), NULL);

  g_warn_if_fail (fault == NULL);
  gtk_widget_grab_focus (self->add_button);
}

static void
append_editor (MisExperimentDesign *self)
{
  MisVariationEditor *editor = g_object_new (MIS_TYPE_VARIATION_EDITOR, NULL);
  const char *title =
      self->editors->len == 0 ? _("A Curve for Each Value") : _("And for Each Value");

  mis_variation_editor_set_take (editor, take_series, editor);
  mis_variation_editor_set_axis (editor, title, FALSE);
  g_signal_connect_object (editor, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->series_box, GTK_WIDGET (editor));
  g_ptr_array_add (self->editors, editor);
}

static void
drop_last_editor (MisExperimentDesign *self)
{
  gpointer editor = g_ptr_array_steal_index (self->editors, self->editors->len - 1);

  gtk_box_remove (self->series_box, editor);
}

/* How many agents there are is a row of its own, as long as it is the same in all curves. */
static void
list_parts (MisExperimentDesign *self)
{
  int scale = mis_experiment_find_scale (self->experiment);

  g_array_set_size (self->parts, 0);
  for (int i = 0; i < (int) self->experiment->series->len; i++)
    if (i != scale)
      g_array_append_val (self->parts, i);
}

static void
show_series (MisExperimentDesign *self)
{
  list_parts (self);
  while (self->editors->len > self->parts->len)
    drop_last_editor (self);
  while (self->editors->len < self->parts->len)
    append_editor (self);
  for (guint i = 0; i < self->parts->len; i++)
    mis_variation_editor_set (g_ptr_array_index (self->editors, i),
                              mis_experiment_get_variation (
                                  self->experiment, (guint) g_array_index (self->parts, int, i)),
                              self->world);
  gtk_widget_set_visible (GTK_WIDGET (self->series_box), self->parts->len > 0);
  gtk_widget_set_visible (self->add_button, self->parts->len < MOST_SERIES);
}

/* What is being typed is shown already; anything else comes from undo, and ends the typing. */
static void
show_description (MisExperimentDesign *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->description_view);
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  if (g_strcmp0 (text, self->experiment->description) == 0)
    return;
  self->describing = FALSE;
  gtk_text_buffer_set_text (buffer, self->experiment->description, -1);
}

static gboolean
varies (const MisExperiment *experiment, const MisVariation *variation)
{
  for (guint i = 0; i < mis_experiment_get_n_variations (experiment); i++)
    {
      const MisVariation *other = mis_experiment_get_variation (experiment, i);

      if (other->quantity == variation->quantity
          && (other->quantity != MIS_QUANTITY_SCORING || other->option == variation->option))
        return TRUE;
    }
  return FALSE;
}

/* Curves by the first thing that does not vary yet, and that the axis leaves as it is. */
static gboolean
find_next (MisExperimentDesign *self, MisVariation *variation)
{
  static const MisQuantity order[] = { MIS_QUANTITY_CONFLICT, MIS_QUANTITY_SCENARIO,
                                       MIS_QUANTITY_SHARE, MIS_QUANTITY_WEIGHT,
                                       MIS_QUANTITY_SCORING };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (!mis_quantity_exists (order[i], self->world))
        continue;
      mis_variation_init_first (variation, order[i], self->world, FALSE);
      if (!varies (self->experiment, variation))
        return TRUE;
      mis_variation_clear (variation);
    }
  return FALSE;
}

static void
add_clicked_cb (MisExperimentDesign *self)
{
  MisVariation variation;
  g_autofree char *fault = NULL;

  if (!find_next (self, &variation))
    return;
  fault = offer (self, (int) self->experiment->series->len, &variation);
  mis_variation_clear (&variation);
  if (fault == NULL)
    mis_variation_editor_take_focus (g_ptr_array_index (self->editors, self->editors->len - 1));
}

static void
title_typed_cb (MisExperimentDesign *self, const char *text)
{
  g_autofree char *title = g_strstrip (g_strdup (text));
  g_autoptr (MisExperiment) changed =
      mis_experiment_with_texts (self->experiment, NULL, title, NULL, NULL);
  g_autofree char *fault = NULL;

  if (*title == '\0')
    fault = g_strdup (_("An experiment needs a title."));
  else if (changed == NULL)
    fault = g_strdup (_("A title has at most 200 characters, and none that cannot be seen."));
  else
    fault = self->take (changed, self->take_data);
  mis_value_entry_set_fault (self->title_entry, fault);
}

static void
title_fault_cb (MisExperimentDesign *self)
{
  mis_row_show_fault (self->title_row, mis_value_entry_get_fault (self->title_entry), NULL);
}

/* What cannot stand in a file goes at once: it came by pasting. */
static void
described_cb (MisExperimentDesign *self)
{
  g_autofree char *text = NULL;
  g_autofree char *fault = NULL;
  g_autoptr (MisExperiment) changed = NULL;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->description_view);

  gtk_widget_set_visible (self->description_hint, gtk_text_buffer_get_char_count (buffer) == 0);
  if (self->showing || self->experiment == NULL)
    return;
  if (!self->describing)
    g_signal_emit (self, signals[DESCRIBING_BEGAN], 0);
  self->describing = TRUE;
  g_object_get (gtk_text_view_get_buffer (self->description_view), "text", &text, NULL);
  changed = mis_experiment_with_texts (self->experiment, NULL, NULL, text, NULL);
  if (changed != NULL)
    fault = self->take (changed, self->take_data);
}

static void
description_left_cb (MisExperimentDesign *self)
{
  if (!self->describing)
    return;
  self->describing = FALSE;
  g_signal_emit (self, signals[DESCRIBING_ENDED], 0);
  self->showing = TRUE;
  show_description (self);
  self->showing = FALSE;
}

static void
mis_experiment_design_dispose (GObject *object)
{
  MisExperimentDesign *self = MIS_EXPERIMENT_DESIGN (object);

  self->showing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_EXPERIMENT_DESIGN);
  G_OBJECT_CLASS (mis_experiment_design_parent_class)->dispose (object);
}

static void
mis_experiment_design_finalize (GObject *object)
{
  MisExperimentDesign *self = MIS_EXPERIMENT_DESIGN (object);

  g_clear_pointer (&self->experiment, mis_experiment_unref);
  g_clear_pointer (&self->world, mis_world_unref);
  g_ptr_array_unref (self->editors);
  g_array_unref (self->parts);
  G_OBJECT_CLASS (mis_experiment_design_parent_class)->finalize (object);
}

static void
mis_experiment_design_class_init (MisExperimentDesignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_experiment_design_dispose;
  G_OBJECT_CLASS (klass)->finalize = mis_experiment_design_finalize;

  signals[DESCRIBING_BEGAN] = g_signal_new ("describing-began", MIS_TYPE_EXPERIMENT_DESIGN,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DESCRIBING_ENDED] = g_signal_new ("describing-ended", MIS_TYPE_EXPERIMENT_DESIGN,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MIS_TYPE_VALUE_ENTRY);
  g_type_ensure (MIS_TYPE_VARIATION_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/experiment-design.ui");
  gtk_widget_class_bind_template_child (widget_class, MisExperimentDesign, title_row);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentDesign, title_entry);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentDesign, description_view);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentDesign, description_hint);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentDesign, variations);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentDesign, x_editor);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentDesign, series_box);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentDesign, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_fault_cb);
  gtk_widget_class_bind_template_callback (widget_class, described_cb);
  gtk_widget_class_bind_template_callback (widget_class, description_left_cb);
}

static void
mis_experiment_design_init (MisExperimentDesign *self)
{
  self->editors = g_ptr_array_new ();
  self->parts = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
  mis_row_prepare (self->title_row);
  mis_value_entry_set_any_text (self->title_entry, TRUE);
  mis_variation_editor_set_take (self->x_editor, take_x, self);
  mis_variation_editor_set_axis (self->x_editor, _("Along the x Axis"), TRUE);
}

void
mis_experiment_design_set_take (MisExperimentDesign *self,
                                MisExperimentTake take,
                                gpointer user_data)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_DESIGN (self));

  self->take = take;
  self->take_data = user_data;
}

void
mis_experiment_design_set (MisExperimentDesign *self, MisExperiment *experiment, MisWorld *world)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_DESIGN (self));

  mis_experiment_ref (experiment);
  g_clear_pointer (&self->experiment, mis_experiment_unref);
  self->experiment = experiment;
  if (world != NULL)
    mis_world_ref (world);
  g_clear_pointer (&self->world, mis_world_unref);
  self->world = world;
  self->showing = TRUE;
  mis_value_entry_show (self->title_entry, experiment->title);
  show_description (self);
  gtk_widget_set_visible (self->variations, world != NULL);
  if (world != NULL)
    {
      mis_variation_editor_set (self->x_editor, &experiment->x, world);
      show_series (self);
    }
  self->showing = FALSE;
}

void
mis_experiment_design_name (MisExperimentDesign *self)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_DESIGN (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->title_entry), 0, -1);
}
