#include "app/guide-number.h"

#include <glib/gi18n.h>

#include "app/guide-choice.h"
#include "app/parameter-scale.h"
#include "app/value-entry.h"
#include "document/elicitation-answer.h"
#include "report/number-text.h"

/* Enough for a glance; all digits stand in the field that has the focus. */
#define DECIMALS 4u

struct _MisGuideNumber
{
  AdwBin parent_instance;

  GtkListBox *rows;
  MisParameterScale *scale;
  MisValueEntry *value;
  GtkWidget *range;
  MisValueEntry *low;
  MisValueEntry *high;
  GtkLabel *fault;

  GtkCheckButton *none; /* chosen where no answer in words is; never in sight */
  MisDocument *document;
  MisInquiry question;
};

G_DEFINE_FINAL_TYPE (MisGuideNumber, mis_guide_number, ADW_TYPE_BIN)

static MisGuideChoice *
get_row (MisGuideNumber *self, guint row)
{
  return MIS_GUIDE_CHOICE (gtk_list_box_get_row_at_index (self->rows, (int)row));
}

static void
answer (MisGuideNumber *self, double value, double low, double high)
{
  g_autoptr (MisWorld) answered = NULL;
  g_autofree char *name = NULL;
  MisWorld *world;

  if (self->document == NULL)
    return;
  world = mis_document_get_base_world (self->document);
  answered = mis_inquiry_with_number (&self->question, world, value, low, high, NULL);
  name = mis_inquiry_dup_action (&self->question, world);
  if (answered != NULL)
    mis_document_edit (self->document, answered, name);
}

/* A number by the slider or typed: certain, unless somebody has said that it is not. A range is as
 * much wider than before the slider moved as it takes. */
static void
answer_number (MisGuideNumber *self, double value)
{
  MisInquiry before = self->question;

  if (!mis_inquiry_read (&before, mis_document_get_base_world (self->document)))
    return;
  if (before.state == MIS_INQUIRY_UNSURE)
    answer (self, value, MIN (value, before.low), MAX (value, before.high));
  else
    answer (self, value, value, value);
}

static void
chosen_cb (MisGuideNumber *self, GtkListBoxRow *row)
{
  guint anchor = (guint)gtk_list_box_row_get_index (row);
  double value;

  if (anchor == MIS_N_ANCHORS)
    {
      answer (self, self->question.value, 0.0, 1.0);
      return;
    }
  value = mis_anchor_get_value (anchor);
  answer (self, value, value, value);
}

static void
moved_cb (MisGuideNumber *self, double value)
{
  if (self->document == NULL)
    return;
  mis_document_begin_gesture (self->document);
  answer_number (self, value);
}

static void
released_cb (MisGuideNumber *self)
{
  if (self->document != NULL)
    mis_document_end_gesture (self->document);
}

static gboolean
check_number (MisValueEntry *entry, double value)
{
  if (value >= 0.0 && value <= 1.0)
    return TRUE;
  mis_value_entry_set_fault (entry, _ ("A number from 0 to 1 is expected."));
  return FALSE;
}

static void
value_typed_cb (MisGuideNumber *self, double value)
{
  if (self->document != NULL && check_number (self->value, value))
    answer_number (self, value);
}

/* The number lies in its range: in the middle if it would be outside. */
static void
answer_range (MisGuideNumber *self, double low, double high)
{
  double value = self->question.value;

  if (value < low || value > high)
    value = (low + high) / 2.0;
  answer (self, value, low, high);
}

static void
low_typed_cb (MisGuideNumber *self, double low)
{
  if (self->document == NULL || !check_number (self->low, low))
    return;
  if (low > self->question.high)
    mis_value_entry_set_fault (self->low, _ ("The lower end is not above the upper one."));
  else
    answer_range (self, low, self->question.high);
}

static void
high_typed_cb (MisGuideNumber *self, double high)
{
  if (self->document == NULL || !check_number (self->high, high))
    return;
  if (high < self->question.low)
    mis_value_entry_set_fault (self->high, _ ("The upper end is not below the lower one."));
  else
    answer_range (self, self->question.low, high);
}

static const char *
find_fault (MisGuideNumber *self)
{
  MisValueEntry *const entries[] = { self->value, self->low, self->high };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (mis_value_entry_get_fault (entries[i]) != NULL)
      return mis_value_entry_get_fault (entries[i]);
  return NULL;
}

static void
fault_cb (MisGuideNumber *self)
{
  const char *fault = find_fault (self);

  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}

static void
add_row (MisGuideNumber *self, const char *label, guint number)
{
  GtkWidget *row = mis_guide_choice_new (label, number, self->none);

  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->rows, row);
}

static void
fill (MisGuideNumber *self, MisInquiryKind kind)
{
  GtkListBoxRow *row;

  if (self->question.kind == kind && get_row (self, 0) != NULL)
    return;
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < MIS_N_ANCHORS; i++)
    add_row (self, mis_anchor_get_label (i, kind), i + 1);
  add_row (self, _ ("Not sure"), MIS_N_ANCHORS + 1);
}

static void
show_number (MisValueEntry *entry, double value)
{
  g_autofree char *text = mis_number_text (value, DECIMALS);
  g_autofree char *exact = mis_exact_text (value);

  mis_value_entry_show_rounded (entry, text, exact);
}

static void
show_choice (MisGuideNumber *self)
{
  int anchor = mis_anchor_find (self->question.value);

  if (self->question.state == MIS_INQUIRY_UNSURE)
    mis_guide_choice_show (get_row (self, MIS_N_ANCHORS));
  else if (self->question.state == MIS_INQUIRY_ANSWERED && anchor >= 0)
    mis_guide_choice_show (get_row (self, (guint)anchor));
  else
    gtk_check_button_set_active (self->none, TRUE);
}

static void
stop_typing (MisGuideNumber *self)
{
  mis_value_entry_stop_typing (self->value);
  mis_value_entry_stop_typing (self->low);
  mis_value_entry_stop_typing (self->high);
}

static void
mis_guide_number_dispose (GObject *object)
{
  MisGuideNumber *self = MIS_GUIDE_NUMBER (object);

  g_clear_object (&self->document);
  g_clear_object (&self->none);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_GUIDE_NUMBER);
  G_OBJECT_CLASS (mis_guide_number_parent_class)->dispose (object);
}

static void
mis_guide_number_class_init (MisGuideNumberClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_guide_number_dispose;

  g_type_ensure (MIS_TYPE_PARAMETER_SCALE);
  g_type_ensure (MIS_TYPE_VALUE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/guide-number.ui");
  gtk_widget_class_bind_template_child (widget_class, MisGuideNumber, rows);
  gtk_widget_class_bind_template_child (widget_class, MisGuideNumber, scale);
  gtk_widget_class_bind_template_child (widget_class, MisGuideNumber, value);
  gtk_widget_class_bind_template_child (widget_class, MisGuideNumber, range);
  gtk_widget_class_bind_template_child (widget_class, MisGuideNumber, low);
  gtk_widget_class_bind_template_child (widget_class, MisGuideNumber, high);
  gtk_widget_class_bind_template_child (widget_class, MisGuideNumber, fault);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, low_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, high_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fault_cb);
}

static void
mis_guide_number_init (MisGuideNumber *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->none = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
  mis_parameter_scale_set_range (self->scale, 1.0, FALSE);
}

void
mis_guide_number_ask (MisGuideNumber *self, MisDocument *document, const MisInquiry *question)
{
  gboolean other;

  g_return_if_fail (MIS_IS_GUIDE_NUMBER (self));

  g_set_object (&self->document, document);
  if (document == NULL)
    return;
  other = !mis_inquiry_is_same (&self->question, question);
  fill (self, question->kind);
  self->question = *question;
  if (other)
    stop_typing (self);
  show_choice (self);
  show_number (self->value, question->value);
  show_number (self->low, question->low);
  show_number (self->high, question->high);
  mis_parameter_scale_set_value (self->scale, question->value, 1.0);
  mis_parameter_scale_set_band (self->scale, question->low, question->high);
  gtk_widget_set_visible (self->range, question->state == MIS_INQUIRY_UNSURE);
}

gboolean
mis_guide_number_choose (MisGuideNumber *self, guint digit)
{
  g_return_val_if_fail (MIS_IS_GUIDE_NUMBER (self), FALSE);

  if (digit < 1 || digit > MIS_N_ANCHORS + 1)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (get_row (self, digit - 1)));
  adw_action_row_activate (ADW_ACTION_ROW (get_row (self, digit - 1)));
  return TRUE;
}

void
mis_guide_number_type (MisGuideNumber *self, const char *text)
{
  g_return_if_fail (MIS_IS_GUIDE_NUMBER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->value));
  gtk_editable_set_text (GTK_EDITABLE (self->value), text);
  gtk_editable_set_position (GTK_EDITABLE (self->value), -1);
}

gboolean
mis_guide_number_commit (MisGuideNumber *self)
{
  g_return_val_if_fail (MIS_IS_GUIDE_NUMBER (self), FALSE);

  mis_value_entry_commit (self->value);
  mis_value_entry_commit (self->low);
  mis_value_entry_commit (self->high);
  return find_fault (self) == NULL;
}

void
mis_guide_number_take_focus (MisGuideNumber *self)
{
  g_return_if_fail (MIS_IS_GUIDE_NUMBER (self));

  mis_guide_choice_focus_chosen (self->rows);
}
