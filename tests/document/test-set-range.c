/* Ranges of an open project: set and removed in a step, and never wider for good than they were
 * set. */
#include "document/set-range.h"

#include "document/move.h"
#include "load-example.h"

/* Conflict of convenience and profit in food: 0.1 within 0.05 to 0.2; Customer's weight there: 0.8
 * within 0.6 to 0.9; the recommender's is certain: 1. */
typedef struct
{
  MisDocument *document;
  MisParameter *conflict;
  MisParameter *weight;
  MisParameter *certain;
} Case;

static void
case_init (Case *self)
{
  g_autoptr (MisWorld) world = load_example ("ranges");

  self->document = mis_document_new (world);
  self->conflict = mis_parameter_new (MIS_PARAMETER_CONFLICT, 0, 0, 0, 1);
  self->weight = mis_parameter_new (MIS_PARAMETER_WEIGHT, 0, 0, 0, 0);
  self->certain = mis_parameter_new (MIS_PARAMETER_WEIGHT, 2, 0, 0, 0);
}

static void
case_clear (Case *self)
{
  g_object_unref (self->conflict);
  g_object_unref (self->weight);
  g_object_unref (self->certain);
  g_assert_finalize_object (self->document);
}

static void
assert_range (Case *self, MisParameter *parameter, double low, double high)
{
  MisRange range = mis_parameter_get_range (parameter, mis_document_get_world (self->document));

  g_assert_cmpfloat (range.low, ==, low);
  g_assert_cmpfloat (range.high, ==, high);
}

static void
assert_widened (Case *self, MisParameter *parameter, double low, double high)
{
  MisRange set;

  g_assert_true (mis_document_is_widened (self->document, parameter, &set));
  g_assert_cmpfloat (set.low, ==, low);
  g_assert_cmpfloat (set.high, ==, high);
}

static void
assert_as_set (Case *self, MisParameter *parameter)
{
  MisRange set;

  g_assert_false (mis_document_is_widened (self->document, parameter, &set));
}

static void
move (Case *self, MisParameter *parameter, double value)
{
  g_assert_true (mis_document_move (self->document, parameter, value, NULL));
  g_assert_cmpfloat (mis_parameter_get_value (parameter, mis_document_get_world (self->document)),
                     ==, value);
}

static void
set (Case *self, MisParameter *parameter, double low, double high)
{
  g_assert_true (mis_document_set_range (self->document, parameter, (MisRange){ low, high }, NULL));
}

static void
test_set (void)
{
  Case self;

  case_init (&self);
  assert_range (&self, self.certain, 1.0, 1.0);
  set (&self, self.certain, 0.25, 1.0);
  assert_range (&self, self.certain, 0.25, 1.0);
  g_assert_cmpstr (mis_document_get_undo_name (self.document), ==,
                   "Set the Range of a Weight of Recommender system");
  set (&self, self.conflict, 0.1, 0.1);
  assert_range (&self, self.conflict, 0.1, 0.1);
  g_assert_cmpstr (mis_document_get_undo_name (self.document), ==,
                   "Remove the Range of a Conflict in Food and groceries");
  g_assert_true (mis_document_undo (self.document));
  assert_range (&self, self.conflict, 0.05, 0.2);
  g_assert_true (mis_document_undo (self.document));
  assert_range (&self, self.certain, 1.0, 1.0);
  g_assert_false (mis_document_is_modified (self.document));
  case_clear (&self);
}

/* What is there already is no step, and says nothing else of where it is from. */
static void
test_set_again (void)
{
  Case self;

  case_init (&self);
  set (&self, self.weight, 0.6, 0.9);
  g_assert_null (mis_document_get_undo_name (self.document));
  set (&self, self.weight, 0.5, 0.9);
  g_assert_nonnull (mis_world_get_position (mis_document_get_world (self.document), 0, 0).note);
  case_clear (&self);
}

static void
test_refused (void)
{
  const MisRange ranges[] = { { 0.85, 0.9 }, { 0.6, 0.7 }, { -0.1, 0.9 }, { 0.6, 1.1 } };
  Case self;

  case_init (&self);
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (mis_document_set_range (self.document, self.weight, ranges[i], &error));
      g_assert_nonnull (error);
    }
  assert_range (&self, self.weight, 0.6, 0.9);
  g_assert_null (mis_document_get_undo_name (self.document));
  case_clear (&self);
}

/* A number that is moved out of its range takes it along, and brings it back. */
static void
test_follows (void)
{
  Case self;

  case_init (&self);
  move (&self, self.conflict, 0.01);
  assert_range (&self, self.conflict, 0.01, 0.2);
  assert_widened (&self, self.conflict, 0.05, 0.2);
  move (&self, self.conflict, 0.9);
  assert_range (&self, self.conflict, 0.05, 0.9);
  assert_widened (&self, self.conflict, 0.05, 0.2);
  /* Whatever else is moved meanwhile. */
  move (&self, self.weight, 1.0);
  assert_range (&self, self.weight, 0.6, 1.0);
  move (&self, self.conflict, 0.1);
  assert_range (&self, self.conflict, 0.05, 0.2);
  assert_as_set (&self, self.conflict);
  move (&self, self.weight, 0.8);
  g_assert_false (mis_document_is_modified (self.document));
  case_clear (&self);
}

static void
test_drag (void)
{
  const double values[] = { 0.03, 0.0, 0.15, 0.7, 0.3, 0.15 };
  Case self;

  case_init (&self);
  move (&self, self.conflict, 0.02);
  mis_document_begin_gesture (self.document);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      move (&self, self.conflict, values[i]);
      assert_range (&self, self.conflict, MIN (values[i], 0.05), MAX (values[i], 0.2));
    }
  mis_document_end_gesture (self.document);
  g_assert_true (mis_document_undo (self.document));
  assert_range (&self, self.conflict, 0.02, 0.2);
  assert_widened (&self, self.conflict, 0.05, 0.2);
  g_assert_true (mis_document_undo (self.document));
  assert_as_set (&self, self.conflict);
  /* A drag out and back is no step. */
  mis_document_begin_gesture (self.document);
  move (&self, self.conflict, 0.0);
  move (&self, self.conflict, 0.1);
  mis_document_end_gesture (self.document);
  g_assert_null (mis_document_get_undo_name (self.document));
  case_clear (&self);
}

static void
test_certain_stays_certain (void)
{
  Case self;

  case_init (&self);
  move (&self, self.certain, 0.5);
  assert_range (&self, self.certain, 0.5, 0.5);
  assert_as_set (&self, self.certain);
  case_clear (&self);
}

/* What is set while the number is outside is what was meant. */
static void
test_set_outside (void)
{
  Case self;

  case_init (&self);
  move (&self, self.conflict, 0.5);
  set (&self, self.conflict, 0.05, 0.5);
  assert_range (&self, self.conflict, 0.05, 0.5);
  assert_as_set (&self, self.conflict);
  move (&self, self.conflict, 0.1);
  assert_range (&self, self.conflict, 0.05, 0.5);
  case_clear (&self);
}

static void
test_reset_forgets (void)
{
  g_autoptr (MisParameter) all = mis_parameter_new_section (MIS_SECTION_ALL, 0);
  Case self;

  case_init (&self);
  set (&self, self.conflict, 0.1, 0.2);
  move (&self, self.conflict, 0.05);
  assert_widened (&self, self.conflict, 0.1, 0.2);
  g_assert_true (mis_document_reset (self.document, self.conflict, NULL));
  assert_range (&self, self.conflict, 0.05, 0.2);
  assert_as_set (&self, self.conflict);
  move (&self, self.conflict, 0.01);
  g_assert_true (mis_document_reset (self.document, all, NULL));
  assert_as_set (&self, self.conflict);
  g_assert_false (mis_document_is_modified (self.document));
  case_clear (&self);
}

static void
test_all_pairs (void)
{
  g_autoptr (MisParameter) all = mis_parameter_new (MIS_PARAMETER_AREA_CONFLICT, 0, 0, 0, 0);
  g_autoptr (MisParameter) other = mis_parameter_new (MIS_PARAMETER_CONFLICT, 0, 0, 1, 2);
  Case self;

  case_init (&self);
  move (&self, all, 0.25);
  assert_range (&self, self.conflict, 0.05, 0.25);
  assert_widened (&self, self.conflict, 0.05, 0.2);
  assert_widened (&self, other, 0.0, 0.2);
  move (&self, self.conflict, 0.1);
  assert_range (&self, self.conflict, 0.05, 0.2);
  move (&self, all, 0.125);
  assert_range (&self, other, 0.0, 0.2);
  assert_as_set (&self, other);
  case_clear (&self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/set-range/set", test_set);
  g_test_add_func ("/set-range/set-again", test_set_again);
  g_test_add_func ("/set-range/refused", test_refused);
  g_test_add_func ("/set-range/follows", test_follows);
  g_test_add_func ("/set-range/drag", test_drag);
  g_test_add_func ("/set-range/certain-stays-certain", test_certain_stays_certain);
  g_test_add_func ("/set-range/set-outside", test_set_outside);
  g_test_add_func ("/set-range/reset-forgets", test_reset_forgets);
  g_test_add_func ("/set-range/all-pairs", test_all_pairs);
  return g_test_run ();
}
