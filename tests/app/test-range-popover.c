/* The range of a number in its row: how it is opened, what is taken and refused, and what is said.
 */
#include "app/range-button.h"
#include "app/value-entry.h"
#include "document/parameter-range.h"
#include "row-fixture.h"

/* A row with its button, and the popover once it is open. */
typedef struct
{
  Row row;
  MisRangeButton *button;
  gpointer popover;
} Case;

static gpointer
get_popover (Case *self)
{
  return gtk_menu_button_get_popover (GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (self->button))));
}

static void
case_init (Case *self, const char *example, MisParameter *parameter)
{
  row_init (&self->row, example, parameter);
  self->button = app_child (self->row.row, "range_button");
  self->popover = NULL;
}

static void
open (Case *self)
{
  g_assert_true (mis_range_button_open (self->button));
  app_wait_until (mis_range_button_is_open (self->button));
  self->popover = get_popover (self);
}

static void
type (Case *self, const char *end, const char *text)
{
  gpointer entry = app_child (self->popover, end);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
assert_range (Case *self, double low, double high)
{
  MisRange range =
      mis_parameter_get_range (self->row.parameter, mis_document_get_world (self->row.document));

  g_assert_cmpfloat (range.low, ==, low);
  g_assert_cmpfloat (range.high, ==, high);
}

static const char *
get_text (Case *self, const char *end)
{
  return gtk_editable_get_text (GTK_EDITABLE (app_child (self->popover, end)));
}

/* What stands below the slider, in the locale's signs; %NULL: nothing. */
static void
assert_words (Case *self, const char *text)
{
  GtkWidget *label = app_child (self->row.row, "below");

  g_assert_cmpint (gtk_widget_get_visible (label), ==, text != NULL);
  if (text == NULL)
    return;
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, row_local_text (text));
  gtk_test_accessible_assert_property (self->row.scale, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       row_local_text (text));
}

static void
test_set_and_remove (void)
{
  Case self;

  case_init (&self, "shopping", row_new_weight ());
  assert_words (&self, NULL);
  open (&self);
  g_assert_cmpstr (get_text (&self, "low"), ==, app_local ("0.8"));
  g_assert_cmpstr (gtk_button_get_label (app_child (self.popover, "remove_button")), ==,
                   "Remove the Range");
  g_assert_false (gtk_widget_get_sensitive (app_child (self.popover, "remove_button")));
  type (&self, "low", "0,5");
  assert_range (&self, 0.5, 0.8);
  type (&self, "high", "90 %");
  assert_range (&self, 0.5, 0.9);
  assert_words (&self, "Not certain: 0.5 to 0.9");
  g_assert_cmpstr (mis_document_get_undo_name (self.row.document), ==,
                   "Set the Range of a Weight of Customer");
  g_signal_emit_by_name (app_child (self.popover, "remove_button"), "clicked");
  assert_range (&self, 0.8, 0.8);
  assert_words (&self, NULL);
  g_assert_cmpstr (get_text (&self, "high"), ==, app_local ("0.8"));
  g_assert_cmpstr (mis_document_get_undo_name (self.row.document), ==,
                   "Remove the Range of a Weight of Customer");
  /* Each of the three was a step. */
  for (guint i = 0; i < 3; i++)
    g_assert_true (mis_document_undo (self.row.document));
  g_assert_false (mis_document_undo (self.row.document));
  row_clear (&self.row);
}

static void
assert_refused (Case *self, const char *end, const char *text)
{
  gpointer entry = app_child (self->popover, end);
  GtkLabel *fault = app_child (self->popover, "fault");

  type (self, end, text);
  g_assert_nonnull (mis_value_entry_get_fault (entry));
  g_assert_cmpstr (get_text (self, end), ==, text);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fault)));
  g_assert_cmpstr (gtk_label_get_label (fault), ==, mis_value_entry_get_fault (entry));
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       mis_value_entry_get_fault (entry));
  assert_range (self, 0.6, 0.9);
}

/* 0.8 within 0.6 to 0.9. */
static void
test_refused (void)
{
  Case self;

  case_init (&self, "ranges", row_new_weight ());
  open (&self);
  assert_refused (&self, "low", "abc");
  assert_refused (&self, "low", "-0.1");
  assert_refused (&self, "low", "0.85");
  type (&self, "low", "0.6");
  assert_refused (&self, "high", "0.7");
  assert_refused (&self, "high", "1.2");
  g_assert_null (mis_document_get_undo_name (self.row.document));
  type (&self, "high", "0.8");
  assert_range (&self, 0.6, 0.8);
  g_assert_false (gtk_widget_get_visible (app_child (self.popover, "fault")));
  row_clear (&self.row);
}

/* Closed with a number that was refused: the range is as before, and the window says so. */
static void
test_closed_with_a_fault (void)
{
  const char *name = "Weight of Customer in Food and groceries";
  MisWindow *window = app_new_window ("ranges");
  Case self = { 0 };

  app_search (window, name);
  self.button = app_child (app_wait_for_parameter (window, name), "range_button");
  open (&self);
  type (&self, "low", "0.95");
  g_assert_nonnull (mis_value_entry_get_fault (app_child (self.popover, "low")));
  gtk_popover_popdown (self.popover);
  g_assert_true (
      g_str_has_prefix (app_toast (window), "The range stays as it was. A number from 0 to"));
  open (&self);
  g_assert_cmpstr (get_text (&self, "low"), ==, row_local_text ("0.6"));
  g_assert_false (gtk_widget_get_visible (app_child (self.popover, "fault")));
  app_destroy (window);
}

/* A slider that leaves its range takes it along where everybody sees it, and back again. */
static void
test_words_follow (void)
{
  Case self;

  case_init (&self, "ranges", row_new_weight ());
  assert_words (&self, "Not certain: 0.6 to 0.9");
  row_drag (&self.row, 0.2);
  assert_words (&self,
                "The range was set from 0.6 to 0.9. It now begins at 0.2, to hold the number.");
  row_drag (&self.row, 1.0);
  assert_words (&self, "The range was set from 0.6 to 0.9. It now ends at 1, to hold the number.");
  row_drag (&self.row, 0.7);
  row_let_go (&self.row);
  assert_words (&self, "Not certain: 0.6 to 0.9");
  row_type (&self.row, "0.5");
  row_type (&self.row, "0.8");
  assert_words (&self, "Not certain: 0.6 to 0.9");
  g_assert_false (mis_document_is_modified (self.row.document));
  row_clear (&self.row);
}

/* Only what is a weight or a conflict, and one pair of goals, may be uncertain. */
static void
test_where (void)
{
  Case self;

  case_init (&self, "ranges", mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0));
  g_assert_false (mis_range_button_open (self.button));
  assert_words (&self, NULL);
  row_bind (&self.row, mis_parameter_new (MIS_PARAMETER_AREA_CONFLICT, 0, 0, 0, 0));
  g_assert_false (mis_range_button_open (self.button));
  row_bind (&self.row, mis_parameter_new_section (MIS_SECTION_WEIGHTS, 0));
  g_assert_false (mis_range_button_open (self.button));
  assert_words (&self, NULL);
  row_bind (&self.row, mis_parameter_new (MIS_PARAMETER_CONFLICT, 0, 0, 0, 1));
  assert_words (&self, "Not certain: 0.05 to 0.2");
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (adw_bin_get_child (ADW_BIN (self.button))), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Conflict in Food and groceries: Convenience at low price against Increase net profits, "
      "range");
  open (&self);
  /* Another number in the same row has a range of its own. */
  row_bind (&self.row, row_new_weight ());
  app_wait_until (!mis_range_button_is_open (self.button));
  assert_words (&self, "Not certain: 0.6 to 0.9");
  open (&self);
  g_assert_cmpstr (get_text (&self, "low"), ==, app_local ("0.6"));
  row_clear (&self.row);
}

/* Tab goes round within what is open, and "Remove the Range" hands the keyboard on. */
static gint64
count_frames (Case *self)
{
  return gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (self->popover));
}

static gboolean
is_selected (Case *self)
{
  GtkEditable *low = GTK_EDITABLE (app_child (self->popover, "low"));
  int start, end;

  return gtk_editable_get_selection_bounds (low, &start, &end) && start == 0
         && end == (int) g_utf8_strlen (gtk_editable_get_text (low), -1);
}

/* Opened again and again, what is there is selected; of a selection that blinks GTK warns in the
 * next frames, which would end the test. */
static void
test_opens_selected (void)
{
  Case self;

  case_init (&self, "ranges", row_new_weight ());
  for (guint i = 0; i < 3; i++)
    {
      gint64 before;

      row_move_focus (&self.row, self.row.scale);
      open (&self);
      app_wait_until (is_selected (&self));
      before = count_frames (&self);
      gtk_widget_queue_draw (self.popover);
      app_wait_until (count_frames (&self) > before);
      gtk_popover_popdown (self.popover);
      app_wait_until (!gtk_widget_get_mapped (self.popover));
    }
  row_clear (&self.row);
}

static void
test_keyboard (void)
{
  GtkWidget *button;
  Case self;

  case_init (&self, "ranges", row_new_weight ());
  open (&self);
  button = app_child (self.popover, "remove_button");
  gtk_widget_grab_focus (app_child (self.popover, "high"));
  g_assert_true (app_press (self.popover, GDK_KEY_Tab, 0));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (button)) == button);
  g_assert_true (app_press (self.popover, GDK_KEY_Tab, 0));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (button)),
                                         app_child (self.popover, "low")));
  g_assert_true (app_press (self.popover, GDK_KEY_Tab, GDK_SHIFT_MASK));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (button)) == button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (button)),
                                         app_child (self.popover, "low")));
  g_assert_true (app_press (self.popover, GDK_KEY_Tab, GDK_SHIFT_MASK));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (button)),
                                         app_child (self.popover, "high")));
  row_clear (&self.row);
}

/* Two goals have the width of the row; what names itself in a search, too. */
static void
test_long_names_have_the_width (void)
{
  GtkWidget *label;
  Case self;

  case_init (&self, "ranges", row_new_weight ());
  label = app_child (self.row.row, "label");
  g_assert_false (gtk_widget_get_parent (label) == GTK_WIDGET (self.row.row));
  row_bind (&self.row, mis_parameter_new (MIS_PARAMETER_CONFLICT, 0, 0, 0, 1));
  g_assert_true (gtk_widget_get_first_child (GTK_WIDGET (self.row.row)) == label);
  row_bind (&self.row, row_new_weight ());
  g_assert_true (gtk_widget_get_first_child (app_child (self.row.row, "names")) == label);
  mis_parameter_row_bind (self.row.row, self.row.document, self.row.parameter, 0);
  g_assert_true (gtk_widget_get_first_child (GTK_WIDGET (self.row.row)) == label);
  row_clear (&self.row);
}

/* How many pixels of what is in @popover find no room. */
static int
count_cut (gpointer popover)
{
  GtkWidget *child = gtk_popover_get_child (popover);
  int needed;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (child), NULL, &needed,
                      NULL, NULL);
  return needed - gtk_widget_get_height (child);
}

static void
check_whole (const char *font)
{
  Case self;

  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
  case_init (&self, "carla", mis_parameter_new (MIS_PARAMETER_WEIGHT, 1, 7, 0, 0));
  open (&self);
  app_wait_until (gtk_widget_get_height (gtk_popover_get_child (self.popover)) > 0);
  app_settle ();
  g_test_message ("%s: %d", font, count_cut (self.popover));
  app_wait_until (count_cut (self.popover) <= 0);
  type (&self, "low", "2");
  app_settle ();
  app_wait_until (count_cut (self.popover) <= 0);
  row_clear (&self.row);
}

/* However many lines the words take, the button below them is whole. */
static void
test_whole_at_all_sizes (void)
{
  g_autofree char *usual = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &usual, NULL);
  for (guint size = 9; size <= 22; size++)
    {
      g_autofree char *font = g_strdup_printf ("Sans %u", size);
      g_autofree char *other = g_strdup_printf ("Cantarell %u", size);

      check_whole (font);
      check_whole (other);
    }
  g_object_set (gtk_settings_get_default (), "gtk-font-name", usual, NULL);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/range-popover/set-and-remove", test_set_and_remove);
  g_test_add_func ("/app/range-popover/refused", test_refused);
  g_test_add_func ("/app/range-popover/closed-with-a-fault", test_closed_with_a_fault);
  g_test_add_func ("/app/range-popover/words-follow", test_words_follow);
  g_test_add_func ("/app/range-popover/where", test_where);
  g_test_add_func ("/app/range-popover/keyboard", test_keyboard);
  g_test_add_func ("/app/range-popover/opens-selected", test_opens_selected);
  g_test_add_func ("/app/range-popover/long-names-have-the-width", test_long_names_have_the_width);
  g_test_add_func ("/app/range-popover/whole-at-all-sizes", test_whole_at_all_sizes);

  return app_run ();
}
