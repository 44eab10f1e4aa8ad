/* The keys of the guide: digits answer, a number begins to be typed, Enter and Alt+Right go on. */
#include "app/guide-private.h"

static gboolean
is_typing (GtkWidget *focus)
{
  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* Keys of the answers, unless somebody is typing a number. */
static gboolean
answer (MisGuideQuestions *questions, guint keyval, GtkWidget *focus)
{
  guint digit = keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9 ? keyval - GDK_KEY_KP_0
                : keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9     ? keyval - GDK_KEY_0
                                                                 : 0;

  return digit > 0 && !is_typing (focus) && mis_guide_questions_choose (questions, digit);
}

/* Neither 0 nor the decimal sign is an answer: with them a number begins. */
static gboolean
begin_number (MisGuideQuestions *questions, guint keyval, GtkWidget *focus)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[7] = { 0 };

  if ((letter != '0' && letter != '.' && letter != ',') || is_typing (focus))
    return FALSE;
  g_unichar_to_utf8 (letter, text);
  return mis_guide_questions_type (questions, text);
}

/* Enter goes on from an answer; on a button it is that button's. */
static gboolean
go_on (MisGuide *self, MisGuideQuestions *questions, guint keyval, GtkWidget *focus)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (!enter || !mis_guide_questions_is_at_answers (questions, focus))
    return FALSE;
  mis_guide_go_next (self);
  return TRUE;
}

static gboolean
key_cb (MisGuide *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  MisGuideQuestions *questions = mis_guide_get_questions (self);

  if (focus == NULL)
    return GDK_EVENT_PROPAGATE;
  if (modifiers == GDK_ALT_MASK && keyval == GDK_KEY_Right)
    return mis_guide_go_next (self);
  if (modifiers != 0 || questions == NULL)
    return GDK_EVENT_PROPAGATE;
  return answer (questions, keyval, focus) || begin_number (questions, keyval, focus) ||
         go_on (self, questions, keyval, focus);
}

void
mis_guide_add_keys (MisGuide *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
