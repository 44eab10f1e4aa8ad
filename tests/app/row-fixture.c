#include "row-fixture.h"

#include <locale.h>

void
row_bind (Row *self, MisParameter *parameter)
{
  g_set_object (&self->parameter, parameter);
  mis_parameter_row_bind (self->row, self->document, parameter, 1);
  g_object_unref (parameter);
}

void
row_init (Row *self, const char *example, MisParameter *parameter)
{
  *self = (Row){ .window = gtk_window_new (), .document = app_new_document (example) };
  self->row = MIS_PARAMETER_ROW (mis_parameter_row_new ());
  self->scale = app_child (self->row, "scale");
  self->entry = app_child (self->row, "entry");
  self->remark = app_child (self->row, "remark");
  self->reset = app_child (self->row, "reset_button");
  self->lock = app_child (self->row, "lock_button");
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->row));
  row_bind (self, parameter);
  app_present (self->window);
}

void
row_clear (Row *self)
{
  app_destroy (self->window);
  g_clear_object (&self->parameter);
  g_assert_finalize_object (self->document);
}

MisParameter *
row_new_weight (void)
{
  return mis_parameter_new (MIS_PARAMETER_WEIGHT, 0, 0, 0, 0);
}

double
row_get_value (Row *self)
{
  return mis_parameter_get_value (self->parameter, mis_document_get_world (self->document));
}

guint64
row_get_count (Row *self, guint agent)
{
  return mis_world_get_agent (mis_document_get_world (self->document), agent)->count;
}

const char *
row_get_text (Row *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
row_drag (Row *self, double value)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (self->scale, "change-value", GTK_SCROLL_JUMP, value, &taken);
  g_assert_true (taken);
}

void
row_let_go (Row *self)
{
  g_signal_emit_by_name (app_get_controller (self->scale, GTK_TYPE_EVENT_CONTROLLER_FOCUS),
                         "leave");
}

void
row_type (Row *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  g_signal_emit_by_name (self->entry, "activate");
}

void
row_move_focus (Row *self, gpointer widget)
{
  app_wait_until (gtk_window_is_active (GTK_WINDOW (self->window)));
  gtk_widget_grab_focus (widget);
}

void
row_assert_fault (Row *self, const char *text)
{
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (self->entry), "error"));
  g_assert_cmpstr (row_get_text (self), ==, text);
  g_assert_true (gtk_widget_get_visible (app_child (self->remark, "fault")));
  g_assert_cmpuint (strlen (app_text (self->remark, "fault")), >, 10);
  gtk_test_accessible_assert_state (self->entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
}

void
row_assert_no_fault (Row *self)
{
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (self->entry), "error"));
  g_assert_false (gtk_widget_get_visible (app_child (self->remark, "fault")));
}

const char *
row_local_text (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("(?<=[0-9])\\.(?=[0-9])", 0, 0, NULL);
  g_autofree char *local =
      g_regex_replace_literal (regex, text, -1, 0, localeconv ()->decimal_point, 0, NULL);

  return g_intern_string (local);
}
