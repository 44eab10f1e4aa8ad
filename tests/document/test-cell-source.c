/* The interface of cells: what a source leaves out is said for it, and faults belong to the array.
 */
#include "document/cell-source.h"

#include <math.h>

/* Two rows and two columns; it takes nothing but "yes". */
#define TEST_TYPE_WORDS (test_words_get_type ())
G_DECLARE_FINAL_TYPE (TestWords, test_words, TEST, WORDS, GObject)

struct _TestWords
{
  GObject parent_instance;
};

static guint
get_two (MisCellSource *source)
{
  return 2;
}

static guint
get_one (MisCellSource *source)
{
  return 1;
}

static void
get_column (MisCellSource *source, guint column, MisCellColumn *out)
{
  out->title = g_strdup_printf ("Column %u", column);
}

static void
get_cell (MisCellSource *source, guint row, guint column, MisCellContent *out)
{
  if (row == column)
    out->text = g_strdup ("same");
}

static gboolean
edit (MisCellSource *source,
      const MisCellArea *area,
      const char *const *texts,
      const char *name,
      GArray *faults)
{
  for (guint i = 0; i < area->n_rows * area->n_columns; i++)
    if (!g_str_equal (texts[i], "yes"))
      mis_cell_faults_add (faults, area->row + i / area->n_columns,
                           area->column + i % area->n_columns, texts[i],
                           g_strdup_printf ("“%s” is not “yes”.", texts[i]));
  if (faults->len == 0)
    mis_cell_source_changed (source);
  return faults->len == 0;
}

static void
iface_init (MisCellSourceInterface *iface)
{
  iface->get_n_rows = get_two;
  iface->get_n_columns = get_two;
  iface->get_n_frozen = get_one;
  iface->get_column = get_column;
  iface->get_cell = get_cell;
  iface->edit = edit;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestWords,
                               test_words,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MIS_TYPE_CELL_SOURCE, iface_init))

static void
test_words_class_init (TestWordsClass *klass)
{
}

static void
test_words_init (TestWords *self)
{
}

static void
test_what_is_left_out (void)
{
  g_autoptr (MisCellSource) source = g_object_new (TEST_TYPE_WORDS, NULL);
  MisCellColumn column = { .group = (char *)"left over" };
  MisCellContent cell = { .text = (char *)"left over", .flags = MIS_CELL_FIXED, .level = 1.0 };

  mis_cell_source_get_cell (source, 0, 1, &cell);
  g_assert_null (cell.text);
  g_assert_cmpint (cell.flags, ==, MIS_CELL_PLAIN);
  g_assert_true (isnan (cell.level));
  mis_cell_source_get_cell (source, 1, 1, &cell);
  g_assert_cmpstr (cell.text, ==, "same");
  mis_cell_content_clear (&cell);
  g_assert_null (cell.text);
  mis_cell_source_get_column (source, 1, &column);
  g_assert_cmpstr (column.title, ==, "Column 1");
  g_assert_null (column.group);
  mis_cell_column_clear (&column);
  g_assert_null (mis_cell_source_get_choices (source, 0, 0));
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_edit (void)
{
  static const char *const bad[] = { "yes", "no", "maybe", "yes" };
  static const char *const good[] = { "yes", "yes", "yes", "yes" };
  g_autoptr (MisCellSource) source = g_object_new (TEST_TYPE_WORDS, NULL);
  g_autoptr (GArray) faults = mis_cell_faults_new ();
  g_autoptr (GArray) none = mis_cell_faults_new ();
  MisCellArea area = { 0, 0, 2, 2 };
  const MisCellFault *fault;
  guint n_changes = 0;

  g_signal_connect_swapped (source, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_false (mis_cell_source_edit (source, &area, bad, NULL, faults));
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_cmpuint (faults->len, ==, 2);
  fault = &g_array_index (faults, MisCellFault, 1);
  g_assert_cmpuint (fault->row, ==, 1);
  g_assert_cmpuint (fault->column, ==, 0);
  g_assert_cmpstr (fault->text, ==, "maybe");
  g_assert_cmpstr (fault->reason, ==, "“maybe” is not “yes”.");
  g_assert_true (mis_cell_source_edit (source, &area, good, "Say Yes", none));
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (n_changes, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell-source/what-is-left-out", test_what_is_left_out);
  g_test_add_func ("/cell-source/edit", test_edit);
  return g_test_run ();
}
