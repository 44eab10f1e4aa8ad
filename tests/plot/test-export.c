/* SVG, PNG and PDF as bytes. */
#include <math.h>
#include <string.h>

#include "plot/export.h"
#include "plot/layout.h"
#include "sample.h"

#define POINTS_PER_MM (72 / 25.4)

typedef GBytes *(*Export) (MisChart *chart, const MisExportOptions *options, GError **error);

static const Export EXPORTS[] = { mis_chart_to_svg, mis_chart_to_png, mis_chart_to_pdf };

static GBytes *
must_export (Export export, MisChart *chart, const MisExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = export(chart, options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static char *
svg_text (MisChart *chart, const MisExportOptions *options)
{
  g_autoptr (GBytes) bytes = must_export (mis_chart_to_svg, chart, options);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_same_bytes (void)
{
  guint n;
  const MisSample *samples = mis_sample_get_all (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (EXPORTS); k++)
      for (guint outlines = 0; outlines < 2; outlines++)
        {
          MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;
          g_autoptr (MisChart) chart = samples[i].make ();
          g_autoptr (MisChart) again = samples[i].make ();
          g_autoptr (GBytes) first = NULL;
          g_autoptr (GBytes) second = NULL;

          options.dpi = 100;
          options.svg_text = outlines ? MIS_SVG_OUTLINES : MIS_SVG_TEXT;
          first = must_export (EXPORTS[k], chart, &options);
          second = must_export (EXPORTS[k], again, &options);
          g_assert_true (g_bytes_equal (first, second));
        }
}

/* Reads "x,y x,y ..." back. */
static GArray *
parse_points (const char *text)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));
  char *end;

  for (const char *at = text; *at != '\0'; at = *end != '\0' ? end + 1 : end)
    {
      double number = g_ascii_strtod (at, &end);

      g_assert_true (end != at);
      g_array_append_val (numbers, number);
    }
  return numbers;
}

typedef struct
{
  GPtrArray *groups; /* ids of the open groups */
  GHashTable *ids;
  GHashTable *lines;  /* of a series: its points, by id of the group */
  GHashTable *titles; /* likewise */
  gboolean in_title;
  guint n_texts;
} Parsed;

static void
start_element (GMarkupParseContext *context,
               const char *name,
               const char **keys,
               const char **values,
               void *data,
               GError **error)
{
  Parsed *parsed = data;
  const char *id = NULL, *points = NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_assert_null (strstr (values[i], "http:/") != NULL && strcmp (keys[i], "xmlns") != 0
                         ? values[i]
                         : NULL);
      g_assert_cmpstr (keys[i], !=, "href");
      if (strcmp (keys[i], "id") == 0)
        id = values[i];
      if (strcmp (keys[i], "points") == 0)
        points = values[i];
    }
  if (id != NULL)
    g_assert_true (g_hash_table_add (parsed->ids, g_strdup (id)));
  if (strcmp (name, "g") == 0)
    g_ptr_array_add (parsed->groups, g_strdup (id));
  if (strcmp (name, "polyline") == 0 && parsed->groups->len > 0 &&
      parsed->groups->pdata[parsed->groups->len - 1] != NULL)
    g_hash_table_replace (parsed->lines, g_strdup (parsed->groups->pdata[parsed->groups->len - 1]),
                          g_strdup (points));
  parsed->in_title = strcmp (name, "title") == 0;
  parsed->n_texts += strcmp (name, "text") == 0;
}

static void
end_element (GMarkupParseContext *context, const char *name, void *data, GError **error)
{
  Parsed *parsed = data;

  parsed->in_title = FALSE;
  if (strcmp (name, "g") == 0)
    g_ptr_array_remove_index (parsed->groups, parsed->groups->len - 1);
}

static void
read_text (GMarkupParseContext *context, const char *text, gsize length, void *data, GError **error)
{
  Parsed *parsed = data;

  if (parsed->in_title && parsed->groups->len > 0)
    g_hash_table_replace (parsed->titles, g_strdup (parsed->groups->pdata[parsed->groups->len - 1]),
                          g_strndup (text, length));
}

static Parsed *
parse_svg (const char *svg)
{
  static const GMarkupParser parser = { start_element, end_element, read_text, NULL, NULL };
  Parsed *parsed = g_new0 (Parsed, 1);
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, (GMarkupParseFlags)0, parsed, NULL);
  g_autoptr (GError) error = NULL;

  parsed->groups = g_ptr_array_new_with_free_func (g_free);
  parsed->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  parsed->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  parsed->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (parsed->groups->len, ==, 0);
  return parsed;
}

static void
parsed_free (Parsed *parsed)
{
  g_ptr_array_unref (parsed->groups);
  g_hash_table_unref (parsed->ids);
  g_hash_table_unref (parsed->lines);
  g_hash_table_unref (parsed->titles);
  g_free (parsed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Parsed, parsed_free)

static void
assert_series_points (const Parsed *parsed,
                      const MisLayout *layout,
                      const MisSeries *series,
                      guint index)
{
  g_autofree char *id = g_strdup_printf ("series-%u", index + 1);
  const char *points = g_hash_table_lookup (parsed->lines, id);
  g_autoptr (GArray) numbers = NULL;

  g_assert_nonnull (points);
  g_assert_cmpstr (g_hash_table_lookup (parsed->titles, id), ==, series->name);
  numbers = parse_points (points);
  g_assert_cmpuint (numbers->len, ==, 2 * series->n);
  for (guint k = 0; k < series->n; k++)
    {
      double x, y;

      g_assert_true (mis_layout_position (layout, series->xs[k], series->ys[k], &x, &y));
      g_assert_cmpfloat_with_epsilon (g_array_index (numbers, double, 2 * k), x, 1e-3);
      g_assert_cmpfloat_with_epsilon (g_array_index (numbers, double, 2 * k + 1), y, 1e-3);
    }
}

/* The marks sit where the scales say: numbers read back from the file. */
static void
test_svg_points (void)
{
  MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;
  g_autoptr (MisChart) chart = mis_sample_figure_4 ();
  g_autoptr (MisLayout) layout =
      mis_layout_new (chart, options.width * POINTS_PER_MM, options.height * POINTS_PER_MM,
                      options.text_size, (MisRenderFlags)0);
  g_autofree char *svg = svg_text (chart, &options);
  g_autoptr (Parsed) parsed = parse_svg (svg);

  g_assert_cmpuint (parsed->n_texts, >, 20);
  for (guint i = 0; i < 4; i++)
    assert_series_points (parsed, layout, mis_chart_get_series (chart, i), i);
}

static void
test_svg_texts (void)
{
  MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;
  g_autoptr (MisChart) chart = mis_chart_new ();
  g_autofree char *svg = NULL;
  g_autofree char *outlines = NULL;

  mis_chart_set_title (chart, "a < b & \"c\" \x01\xff \xef\xbf\xbe");
  mis_chart_set_description (chart, "first\nsecond\x02");
  options.metadata = "{\"key\": \"<>&\"}";
  svg = svg_text (chart, &options);
  g_assert_nonnull (
      strstr (svg, "<title>a &lt; b &amp; &quot;c&quot;  \xef\xbf\xbd \xef\xbf\xbd</title>"));
  g_assert_nonnull (strstr (svg, "<desc>first\nsecond </desc>"));
  g_assert_nonnull (
      strstr (svg, "<metadata>{&quot;key&quot;: &quot;&lt;&gt;&amp;&quot;}</metadata>"));
  g_assert_nonnull (strstr (svg, "width=\"152.4mm\" height=\"101.6mm\" viewBox=\"0 0 432 288\""));
  g_assert_nonnull (strstr (svg, "font-family=\"Cantarell,"));
  options.svg_text = MIS_SVG_OUTLINES;
  outlines = svg_text (chart, &options);
  g_assert_null (strstr (outlines, "<text"));
  g_assert_nonnull (strstr (outlines, "aria-label=\"a &lt; b"));
}

static void
test_svg_random (void)
{
  for (guint32 seed = 0; seed < 300; seed++)
    {
      MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (MisChart) chart = mis_sample_random (rand);
      g_autofree char *svg = svg_text (chart, &options);
      g_autoptr (Parsed) parsed = parse_svg (svg);

      g_assert_true (g_utf8_validate (svg, -1, NULL));
      g_assert_null (strstr (svg, "nan"));
      g_assert_null (strstr (svg, "inf\""));
    }
}

static void
test_transparent (void)
{
  MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;
  g_autoptr (MisChart) chart = mis_sample_figure_4 ();
  g_autofree char *white = svg_text (chart, &options);
  g_autofree char *clear = NULL;

  options.transparent = TRUE;
  options.with_title = FALSE;
  clear = svg_text (chart, &options);
  g_assert_nonnull (strstr (white, "id=\"background\""));
  g_assert_null (strstr (clear, "id=\"background\""));
  g_assert_nonnull (strstr (white, "id=\"head\""));
  g_assert_null (strstr (clear, "id=\"head\""));
  g_assert_nonnull (strstr (clear, "<title>Misalignment peaks"));
}

/* Where a chart comes from is real text below it, and the last line of what it says to those who
 * cannot see it; with or without a title. */
static void
test_source (void)
{
  static const char source[] = "Source: Fish & <Chips>";
  MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;
  g_autoptr (MisChart) chart = mis_sample_figure_4 ();
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;

  mis_chart_set_source (chart, source);
  mis_chart_set_description (chart, "Four curves.");
  options.with_title = FALSE;
  with = svg_text (chart, &options);
  g_assert_nonnull (strstr (with, "<desc>Four curves.\nSource: Fish &amp; &lt;Chips&gt;</desc>"));
  g_assert_nonnull (strstr (with, "\">Source: Fish &amp; &lt;Chips&gt;</text>"));
  options.with_source = FALSE;
  without = svg_text (chart, &options);
  g_assert_null (strstr (without, "Chips"));
  g_assert_nonnull (strstr (without, "<desc>Four curves.</desc>"));
  options.with_source = TRUE;
  mis_chart_set_description (chart, "");
  g_free (with);
  with = svg_text (chart, &options);
  g_assert_nonnull (strstr (with, "<desc>Source: Fish &amp; &lt;Chips&gt;</desc>"));
}

/* A copy draws the same, and no change of it is one of the chart. */
static void
test_copy (void)
{
  guint n;
  const MisSample *samples = mis_sample_get_all (&n);
  MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MisChart) chart = samples[i].make ();
      g_autoptr (MisChart) copy = mis_chart_copy (chart);
      g_autofree char *before = svg_text (chart, &options);
      g_autofree char *copied = svg_text (copy, &options);
      g_autofree char *after = NULL;
      const double tick = 0.5;

      g_assert_cmpstr (copied, ==, before);
      mis_chart_set_title (copy, "Another title");
      mis_chart_set_x_axis (copy, "Another axis", 0, 1);
      mis_chart_set_x_ticks (copy, &tick, 1);
      mis_chart_add_reference (copy, MIS_AXIS_X, 0.5, "Another line");
      mis_chart_add_point (copy, 0.5, 0.5, "Another point");
      mis_chart_add_series (copy, "Another series", &tick, &tick, 1, 0);
      mis_chart_add_bar (copy, "Another bar", 0.5, "", MIS_COLOR_SERIES_1);
      after = svg_text (chart, &options);
      g_assert_cmpstr (after, ==, before);
    }
}

static guint32
read_number (const guint8 *data)
{
  return (guint32)data[0] << 24 | (guint32)data[1] << 16 | (guint32)data[2] << 8 | data[3];
}

/* The content of the first chunk of a type that begins with @start; NULL if there is none. */
static const guint8 *
find_chunk (GBytes *png, const char *type, const char *start, guint32 *length)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);

  for (gsize at = 8; at + 12 <= size; at += 12 + *length)
    {
      *length = read_number (data + at);
      g_assert_cmpuint (at + 12 + *length, <=, size);
      if (memcmp (data + at + 4, type, 4) == 0 && *length >= strlen (start) &&
          memcmp (data + at + 8, start, strlen (start)) == 0)
        return data + at + 8;
    }
  return NULL;
}

static void
test_png (void)
{
  static const char metadata[] = "{\"program\": \"Misalign \u00e4 \u05d4\"}";
  MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;
  g_autoptr (MisChart) chart = mis_sample_figure_8 ();
  g_autoptr (GBytes) png = NULL;
  const guint8 *chunk;
  guint32 length;

  options.metadata = metadata;
  png = must_export (mis_chart_to_png, chart, &options);
  chunk = find_chunk (png, "IHDR", "", &length);
  g_assert_cmpuint (read_number (chunk), ==, 1800);
  g_assert_cmpuint (read_number (chunk + 4), ==, 1200);
  chunk = find_chunk (png, "pHYs", "", &length);
  g_assert_nonnull (chunk);
  g_assert_cmpuint (length, ==, 9);
  g_assert_cmpuint (read_number (chunk), ==, 11811); /* 300 an inch */
  g_assert_cmpuint (read_number (chunk + 4), ==, 11811);
  g_assert_cmpuint (chunk[8], ==, 1);
  chunk = find_chunk (png, "iTXt", "Misalign", &length);
  g_assert_nonnull (chunk);
  g_assert_cmpuint (length, ==, 13 + strlen (metadata));
  g_assert_true (memcmp (chunk + 13, metadata, strlen (metadata)) == 0);
  g_assert_nonnull (find_chunk (png, "iTXt", "Title", &length));
  g_assert_nonnull (find_chunk (png, "IEND", "", &length));
}

static void
assert_size_error (Export export,
                   const MisExportOptions *options,
                   const char *found,
                   const char *expected)
{
  g_autoptr (MisChart) chart = mis_sample_figure_4 ();
  g_autoptr (GError) error = NULL;

  g_assert_null (export(chart, options, &error));
  g_assert_error (error, MIS_EXPORT_ERROR, MIS_EXPORT_ERROR_SIZE);
  g_assert_nonnull (strstr (error->message, found));
  g_assert_nonnull (strstr (error->message, expected));
}

static void
test_size_limits (void)
{
  static const double bad[] = { 0, -1, NAN, INFINITY, 1e9 };
  MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;

  options.width = 1000;
  options.dpi = 1200;
  assert_size_error (mis_chart_to_png, &options, "47244 pixels", "32767");
  options.width = 10;
  options.height = 694;
  assert_size_error (mis_chart_to_png, &options, "32787 pixels", "32767");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    for (guint k = 0; k < G_N_ELEMENTS (EXPORTS); k++)
      {
        MisExportOptions wrong = MIS_EXPORT_OPTIONS_INIT;

        wrong.height = bad[i];
        assert_size_error (EXPORTS[k], &wrong, "height", "from 1 to 5080");
        wrong.height = 50;
        wrong.text_size = bad[i];
        assert_size_error (EXPORTS[k], &wrong, "text size", "from 1 to 100");
      }
}

static void
test_pdf (void)
{
  MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;
  g_autoptr (MisChart) chart = mis_sample_figure_4 ();
  g_autoptr (GBytes) pdf = NULL;
  const char *data;
  gsize size;

  options.short_metadata = "seed 1";
  pdf = must_export (mis_chart_to_pdf, chart, &options);
  data = g_bytes_get_data (pdf, &size);
  g_assert_true (size > 2000 && memcmp (data, "%PDF-", 5) == 0);
  g_assert_nonnull (memmem (data, size, "(seed 1)", 8));
  g_assert_nonnull (memmem (data, size, "20000101000000", 14));
  g_assert_nonnull (memmem (data, size, "432 288", 7));
}

static void
test_presets (void)
{
  guint n;
  const MisExportPreset *presets = mis_export_get_presets (&n);

  g_assert_cmpuint (n, ==, 5);
  for (guint i = 0; i < n; i++)
    {
      MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;
      g_autoptr (MisChart) chart = mis_sample_bars ();

      options.width = presets[i].width;
      options.height = presets[i].height;
      options.text_size = presets[i].text_size;
      options.dpi = 50;
      for (guint k = 0; k < G_N_ELEMENTS (EXPORTS); k++)
        g_bytes_unref (must_export (EXPORTS[k], chart, &options));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/export/same-bytes", test_same_bytes);
  g_test_add_func ("/plot/export/svg-points", test_svg_points);
  g_test_add_func ("/plot/export/svg-texts", test_svg_texts);
  g_test_add_func ("/plot/export/svg-random", test_svg_random);
  g_test_add_func ("/plot/export/transparent", test_transparent);
  g_test_add_func ("/plot/export/source", test_source);
  g_test_add_func ("/plot/export/copy", test_copy);
  g_test_add_func ("/plot/export/png", test_png);
  g_test_add_func ("/plot/export/size-limits", test_size_limits);
  g_test_add_func ("/plot/export/pdf", test_pdf);
  g_test_add_func ("/plot/export/presets", test_presets);
  return g_test_run ();
}
