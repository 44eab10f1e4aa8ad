#include "app/parameter-row-private.h"

#include <glib/gi18n.h>

#include "app/loss-words.h"
#include "app/range-words.h"
#include "app/reset-words.h"
#include "app/tab-stops.h"
#include "app/tooltip.h"
#include "document/move.h"
#include "document/parameter-range.h"
#include "report/number-text.h"

#define INDENT 18 /* of a number below a heading, for each level; in a search, as below one */

G_DEFINE_FINAL_TYPE (MisParameterRow, mis_parameter_row, GTK_TYPE_BOX)

static void
show_value (MisParameterRow *self, MisWorld *world)
{
  double value = mis_parameter_get_value (self->parameter, world);
  MisWorld *opened = mis_document_get_opened_world (self->document);
  gboolean is_count = mis_parameter_is_count (self->parameter);
  g_autofree char *text = mis_number_text (value, is_count ? 0 : MIS_PARAMETER_DECIMALS);
  g_autofree char *exact = is_count ? g_strdup (text) : mis_exact_text (value);

  mis_parameter_scale_set_value (self->scale, value,
                                 mis_parameter_get_upper (self->parameter, world, opened));
  mis_value_entry_show_rounded (self->entry, text, exact);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
}

/* What stands below a slider is said with it, too. */
static void
describe_scale (MisParameterRow *self, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

/* Where the slider of a number of agents ends, which is not the same for all. */
static void
show_ends (MisParameterRow *self)
{
  double upper = gtk_adjustment_get_upper (gtk_range_get_adjustment (GTK_RANGE (self->scale)));
  g_autofree char *end = mis_count_text ((guint64) upper);
  g_autofree char *description = NULL;
  gboolean is_count = self->parameter != NULL && mis_parameter_is_count (self->parameter);

  if (is_count)
    /* Translators: a number of agents at which a slider ends */
    description = g_strdup_printf (_("From 0 to %s. A larger number can be typed."), end);
  gtk_widget_set_visible (self->ends, is_count);
  gtk_label_set_label (self->upper_end, end);
  mis_tooltip_set (GTK_WIDGET (self->scale), description);
  describe_scale (self, description);
}

/* Who loses out as long as a drag lasts; between which ends a number lies that is not certain. */
static char *
dup_words_below (MisParameterRow *self, const MisWorld *world)
{
  if (mis_parameter_scale_is_held (self->scale) &&
      !mis_parameter_may_be_uncertain (self->parameter, world))
    return mis_loss_words (self->parameter, mis_document_get_base_world (self->document), world);
  return mis_range_words (self->document, self->parameter);
}

/* The band on the slider, and in words. */
static void
show_range (MisParameterRow *self, const MisWorld *world)
{
  MisRange range = mis_parameter_get_range (self->parameter, world);
  g_autofree char *words = dup_words_below (self, world);

  gtk_label_set_label (self->below, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->below), words != NULL);
  mis_parameter_scale_set_band (self->scale, range.low, range.high);
  if (mis_parameter_may_be_uncertain (self->parameter, world))
    describe_scale (self, words);
}

static void
show_lock (MisParameterRow *self)
{
  gboolean locked = mis_document_is_locked (self->document, self->parameter->agent);

  self->refreshing = TRUE;
  gtk_toggle_button_set_active (self->lock_button, locked);
  gtk_button_set_icon_name (GTK_BUTTON (self->lock_button),
                            locked ? "changes-prevent-symbolic" : "changes-allow-symbolic");
  self->refreshing = FALSE;
}

/* What has the focus must not vanish below it. */
static void
show_reset (MisParameterRow *self)
{
  gboolean changed = mis_document_is_changed (self->document, self->parameter);

  if (!changed && gtk_widget_has_focus (self->reset_button))
    {
      if (self->parameter->kind == MIS_PARAMETER_SECTION)
        gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
      else
        gtk_widget_grab_focus (GTK_WIDGET (self->entry));
    }
  if (changed)
    mis_parameter_row_show_reset_hint (self);
  gtk_widget_set_visible (self->reset_button, changed);
  gtk_widget_set_visible (self->reset_place,
                          changed || self->parameter->kind != MIS_PARAMETER_SECTION);
}

static void
refresh (MisParameterRow *self)
{
  MisWorld *world = mis_document_get_world (self->document);

  if (!mis_parameter_exists (self->parameter, world))
    return;
  show_reset (self);
  if (self->parameter->kind == MIS_PARAMETER_SECTION)
    {
      mis_parameter_row_show_uncertain (self);
      return;
    }
  show_value (self, world);
  show_range (self, world);
  mis_parameter_remark_update (self->remark);
  show_lock (self);
}

static void
document_changed_cb (MisParameterRow *self)
{
  refresh (self);
}

/* Moves the number; what is refused is said at the typed value. */
static void
apply_value (MisParameterRow *self, double value)
{
  g_autoptr (GError) error = NULL;

  if (!mis_document_move (self->document, self->parameter, value, &error))
    mis_value_entry_set_fault (self->entry, error->message);
}

static void
scale_moved_cb (MisParameterRow *self, double value)
{
  mis_value_entry_stop_typing (self->entry);
  if (mis_parameter_scale_goes_on (self->scale))
    mis_document_resume_gesture (self->document);
  else
    mis_document_begin_gesture (self->document);
  apply_value (self, value);
}

static void
scale_released_cb (MisParameterRow *self)
{
  if (self->document != NULL)
    mis_document_end_gesture (self->document);
}

static void
entry_typed_cb (MisParameterRow *self, double value)
{
  if (self->document == NULL)
    return;
  apply_value (self, value);
  if (mis_value_entry_get_fault (self->entry) == NULL)
    mis_parameter_remark_typed (self->remark, value);
}

/* The list may take the row back in the middle of it, where the reset leads to other rows. */
static void
reset_clicked_cb (MisParameterRow *self)
{
  g_autoptr (MisDocument) document = g_object_ref (self->document);
  g_autoptr (MisParameter) parameter = g_object_ref (self->parameter);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;

  mis_value_entry_stop_typing (self->entry);
  if (!mis_document_reset (document, parameter, &error))
    mis_value_entry_set_fault (self->entry, error->message);
  else if (parameter->kind == MIS_PARAMETER_SECTION)
    mis_offer_undo_of_reset (root, parameter, mis_document_get_world (document));
}

static void
lock_toggled_cb (MisParameterRow *self)
{
  if (!self->refreshing)
    mis_document_set_locked (self->document, self->parameter->agent,
                             gtk_toggle_button_get_active (self->lock_button));
}

/* What may be typed, and where the slider ends. */
static void
show_limits (MisParameterRow *self)
{
  MisWorld *world = mis_document_get_world (self->document);
  MisWorld *opened = mis_document_get_opened_world (self->document);
  gboolean is_count = mis_parameter_is_count (self->parameter);

  mis_value_entry_set_counting (self->entry, is_count);
  mis_parameter_scale_set_range (
    self->scale, mis_parameter_get_upper (self->parameter, world, opened), is_count);
  show_ends (self);
}

void
mis_parameter_row_bind (MisParameterRow *self,
                        MisDocument *document,
                        MisParameter *parameter,
                        guint depth)
{
  g_return_if_fail (MIS_IS_PARAMETER_ROW (self));

  if (self->document != NULL)
    {
      /* Another row may be the one that is dragged. */
      if (mis_parameter_scale_is_held (self->scale))
        mis_document_end_gesture (self->document);
      g_signal_handlers_disconnect_by_func (self->document, document_changed_cb, self);
    }
  mis_value_entry_stop_typing (self->entry);
  mis_parameter_remark_bind (self->remark, document, parameter);
  mis_range_button_bind (self->range_button, document, parameter);
  g_clear_object (&self->document);
  g_clear_object (&self->parameter);
  if (parameter == NULL)
    return;
  self->document = g_object_ref (document);
  self->parameter = g_object_ref (parameter);
  self->full_name = depth == 0 && parameter->kind != MIS_PARAMETER_SECTION;
  gtk_widget_set_margin_start (GTK_WIDGET (self), parameter->kind != MIS_PARAMETER_SECTION
                                                      ? (int) MAX (depth, 1) * INDENT
                                                      : 0);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  mis_parameter_row_show_parts (self);
  mis_parameter_row_show_names (self);
  show_limits (self);
  refresh (self);
}

static gboolean
move_focus (MisParameterRow *self, GtkDirectionType direction)
{
  GtkWidget *const stops[] = { self->shares_button,
                               self->counts_button,
                               self->reset_button,
                               GTK_WIDGET (self->lock_button),
                               GTK_WIDGET (self->entry),
                               GTK_WIDGET (self->scale),
                               GTK_WIDGET (self->range_button) };

  /* Within what is open, Tab goes round there. */
  if (mis_range_button_is_open (self->range_button))
    return FALSE;
  return mis_tab_stops_move (stops, G_N_ELEMENTS (stops), direction);
}

/* A heading folds by keys as long as it has the focus itself, so its buttons come after it. */
static gboolean
is_skipped (MisParameterRow *self)
{
  GtkWidget *heading = gtk_widget_get_parent (GTK_WIDGET (self));

  return self->parameter != NULL && self->parameter->kind == MIS_PARAMETER_SECTION
         && (gtk_widget_get_state_flags (heading) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0;
}

static gboolean
mis_parameter_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (is_skipped (MIS_PARAMETER_ROW (widget)))
    return FALSE;
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (mis_parameter_row_parent_class)->focus (widget, direction);
  return move_focus (MIS_PARAMETER_ROW (widget), direction);
}

/* The rows of a list let Tab enter them and leave them, but not go on within them. */
static gboolean
row_key_cb (MisParameterRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  int direction = mis_tab_stops_get_direction (keyval, state);

  return direction >= 0 && move_focus (self, (GtkDirectionType) direction);
}

static gboolean
open_range_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return mis_range_button_open (MIS_PARAMETER_ROW (widget)->range_button);
}

static void
mis_parameter_row_dispose (GObject *object)
{
  MisParameterRow *self = MIS_PARAMETER_ROW (object);

  mis_parameter_row_bind (self, NULL, NULL, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_PARAMETER_ROW);
  G_OBJECT_CLASS (mis_parameter_row_parent_class)->dispose (object);
}

static void
mis_parameter_row_class_init (MisParameterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_parameter_row_dispose;
  widget_class->focus = mis_parameter_row_focus;

  g_type_ensure (MIS_TYPE_PARAMETER_REMARK);
  g_type_ensure (MIS_TYPE_PARAMETER_SCALE);
  g_type_ensure (MIS_TYPE_RANGE_BUTTON);
  g_type_ensure (MIS_TYPE_VALUE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/parameter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, names);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, label);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, detail);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, mode_box);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, shares_button);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, counts_button);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, reset_button);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, reset_place);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, lock_button);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, range_button);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, entry);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, scale);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, remark);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, ends);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, upper_end);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRow, below);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, lock_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_released_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, open_range_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "parameterrow");
}

static void
mis_parameter_row_init (MisParameterRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  mis_parameter_remark_set_entry (self->remark, self->entry);
  g_signal_connect_object (gtk_range_get_adjustment (GTK_RANGE (self->scale)), "notify::upper",
                           G_CALLBACK (show_ends), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (row_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
mis_parameter_row_new (void)
{
  return g_object_new (MIS_TYPE_PARAMETER_ROW, NULL);
}

const MisParameter *
mis_parameter_row_get_parameter (MisParameterRow *self)
{
  g_return_val_if_fail (MIS_IS_PARAMETER_ROW (self), NULL);

  return self->parameter;
}

void
mis_parameter_row_focus_slider (MisParameterRow *self)
{
  g_return_if_fail (MIS_IS_PARAMETER_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->scale));
}
