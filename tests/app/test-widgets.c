/* Rules for all widget classes: properties, names for assistive tools, light, dark, mirrored. */
#include "app-fixture.h"

#include "app/card-grid.h"
#include "app/chart-page.h"
#include "app/explore-view.h"
#include "app/export-dialog.h"
#include "app/gallery-card.h"
#include "app/parameter-list.h"
#include "app/parameter-remark.h"
#include "app/parameter-row.h"
#include "app/parameter-scale.h"
#include "app/plot-card.h"
#include "app/plot-view.h"
#include "app/scene.h"
#include "app/score-card.h"
#include "app/score-scale.h"
#include "app/tooltip.h"
#include "app/start-page.h"
#include "app/value-entry.h"

static GType
get_type (guint i)
{
  const GType types[] = {
    MIS_TYPE_CARD_GRID,
    MIS_TYPE_CHART_PAGE,
    MIS_TYPE_EXPLORE_VIEW,
    MIS_TYPE_EXPORT_DIALOG,
    MIS_TYPE_GALLERY_CARD,
    MIS_TYPE_PARAMETER_LIST,
    MIS_TYPE_PARAMETER_ROW,
    MIS_TYPE_PARAMETER_SCALE,
    MIS_TYPE_PLOT_CARD,
    MIS_TYPE_PLOT_VIEW,
    MIS_TYPE_SCENE,
    MIS_TYPE_SCORE_CARD,
    MIS_TYPE_SCORE_SCALE,
    MIS_TYPE_START_PAGE,
    MIS_TYPE_VALUE_ENTRY,
    MIS_TYPE_WINDOW,
    MIS_TYPE_PARAMETER_REMARK,
  };

  return i < G_N_ELEMENTS (types) ? types[i] : G_TYPE_INVALID;
}

/* A value that is not the one at first. */
static void
set_other_value (GValue *value)
{
  switch (G_VALUE_TYPE (value))
    {
    case G_TYPE_BOOLEAN: g_value_set_boolean (value, !g_value_get_boolean (value)); break;
    case G_TYPE_INT: g_value_set_int (value, g_value_get_int (value) + 1); break;
    case G_TYPE_STRING: g_value_set_string (value, "another text"); break;
    default:
      g_assert_true (g_type_is_a (G_VALUE_TYPE (value), GTK_TYPE_WIDGET));
      g_value_take_object (value, g_object_ref_sink (gtk_label_new ("another")));
    }
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
assert_equal (GParamSpec *spec, GObject *object, const GValue *expected)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, spec->value_type);
  g_object_get_property (object, spec->name, &value);
  g_assert_cmpint (g_param_values_cmp (spec, &value, expected), ==, 0);
}

static void
check_property (GType type, GParamSpec *spec)
{
  g_autofree char *signal = g_strconcat ("notify::", spec->name, NULL);
  g_autoptr (GObject) object = g_object_ref_sink (g_object_new (type, NULL));
  g_auto (GValue) value = G_VALUE_INIT;
  guint n = 0;

  g_test_message ("%s:%s", g_type_name (type), spec->name);
  g_value_init (&value, spec->value_type);
  g_object_get_property (object, spec->name, &value);
  if ((spec->flags & G_PARAM_WRITABLE) == 0)
    return;
  set_other_value (&value);
  if ((spec->flags & G_PARAM_CONSTRUCT_ONLY) == 0)
    {
      g_signal_connect_swapped (object, signal, G_CALLBACK (count_cb), &n);
      g_object_set_property (object, spec->name, &value);
      g_assert_cmpuint (n, ==, 1);
      assert_equal (spec, object, &value);
    }
  else
    {
      const char *names[] = { spec->name };
      g_autoptr (GObject) made = g_object_ref_sink (
          g_object_new_with_properties (type, 1, names, &value));

      assert_equal (spec, made, &value);
    }
}

static void
test_properties (void)
{
  guint n_checked = 0;

  for (guint i = 0; get_type (i) != G_TYPE_INVALID; i++)
    {
      GObjectClass *klass = g_type_class_ref (get_type (i));
      guint n_specs;
      g_autofree GParamSpec **specs = g_object_class_list_properties (klass, &n_specs);

      for (guint j = 0; j < n_specs; j++)
        if (specs[j]->owner_type == get_type (i))
          {
            check_property (get_type (i), specs[j]);
            n_checked++;
          }
      g_type_class_unref (klass);
    }
  g_assert_cmpuint (n_checked, >=, 5);
}

/* Made and thrown away without ever being shown, filled or put anywhere. */
static void
test_made_for_nothing (void)
{
  for (guint i = 0; get_type (i) != G_TYPE_INVALID; i++)
    {
      gpointer widget = g_object_new (get_type (i), NULL);

      if (GTK_IS_WINDOW (widget))
        app_destroy (widget);
      else
        g_assert_finalize_object (g_object_ref_sink (widget));
    }
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_ENTRY (widget)
         || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_RANGE (widget) || GTK_IS_DROP_DOWN (widget)
         || GTK_IS_SWITCH (widget) || GTK_IS_SPIN_BUTTON (widget) || GTK_IS_LIST_VIEW (widget);
}

/* Their parts are GTK's, not ours. */
static gboolean
is_whole (GtkWidget *widget)
{
  return GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_POPOVER (widget) || GTK_IS_SCROLLBAR (widget)
         || ADW_IS_COMBO_ROW (widget) || (is_control (widget) && !GTK_IS_LIST_VIEW (widget));
}

/* GTK says that an icon button is labelled by its picture, which has no name either. */
static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || (!GTK_IS_BUTTON (widget)
             && gtk_test_accessible_has_relation (accessible,
                                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

/* An icon says too little to those who see it, too. */
static gboolean
is_explained (GtkWidget *widget)
{
  return !GTK_IS_BUTTON (widget) || gtk_button_get_icon_name (GTK_BUTTON (widget)) == NULL
         || mis_tooltip_get (widget) != NULL;
}

static guint
check_names (GtkWidget *widget)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (is_control (widget) && !GTK_IS_SCROLLBAR (widget))
    {
      if (!has_name (widget))
        g_error ("%s “%s” in %s has no name", G_OBJECT_TYPE_NAME (widget),
                 gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)),
                 G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
      g_assert_true (is_explained (widget));
      n++;
    }
  if (is_whole (widget))
    return n;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_names (child);
  return n;
}

static void
test_names_on_the_start_page (void)
{
  MisWindow *window = app_new_window (NULL);

  g_assert_cmpuint (check_names (GTK_WIDGET (window)), >=, 5);
  app_destroy (window);
}

static void
test_names_in_the_explore_view (void)
{
  MisWindow *window = app_new_window ("shopping");

  app_wait_until (app_find_parameter (window, "Share of Customer") != NULL);
  g_assert_cmpuint (check_names (GTK_WIDGET (window)), >=, 20);
  app_destroy (window);
}

static void
test_names_in_a_narrow_window (void)
{
  MisWindow *window = mis_window_new (app_get_application ());
  g_autoptr (MisDocument) document = app_new_document ("carla");
  gpointer view = app_child (window, "explore_view");

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  mis_window_set_document (window, document);
  app_present (window);
  app_wait_until (gtk_widget_get_mapped (app_child (view, "compact_score")));
  g_assert_cmpuint (check_names (GTK_WIDGET (window)), >=, 10);
  gtk_widget_activate_action (view, "explore.page", "s", "results");
  app_wait_until (gtk_widget_get_mapped (app_chart_page (window)));
  g_assert_cmpuint (check_names (GTK_WIDGET (window)), >=, 5);
  g_clear_object (&document);
  app_destroy (window);
}

static MisExportDialog *
new_export_dialog (MisWindow *window)
{
  MisChart *chart = mis_explore_view_get_chart (app_child (window, "explore_view"), "areas");
  MisWorld *world = mis_document_get_world (mis_window_get_document (window));
  const MisChartOrigin origin = { .world = world, .source = (char *) "Source: here" };
  MisExportDialog *dialog = mis_export_dialog_new (window, chart, "areas", &origin);

  app_present (dialog);
  return dialog;
}

static void
test_names_in_the_export_dialog (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisExportDialog *dialog = new_export_dialog (window);

  adw_combo_row_set_selected (app_child (dialog, "size_row"), 5);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  g_assert_cmpuint (check_names (GTK_WIDGET (dialog)), >=, 7);
  app_destroy (dialog);
  app_destroy (window);
}

typedef struct
{
  AdwColorScheme scheme;
  GtkTextDirection direction;
} Look;

/* Any warning of GTK ends the test. */
static void
test_look (gconstpointer data)
{
  const Look *look = data;
  const char *const examples[] = { "shopping", "carla", "blank", NULL };
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkTextDirection direction = gtk_widget_get_default_direction ();

  adw_style_manager_set_color_scheme (manager, look->scheme);
  gtk_widget_set_default_direction (look->direction);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      MisWindow *window = app_new_window (examples[i]);

      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      if (i == 0)
        app_destroy (new_export_dialog (window));
      app_destroy (window);
    }
  gtk_widget_set_default_direction (direction);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

static int
get_font_size (GtkWidget *label)
{
  PangoContext *context = gtk_widget_get_pango_context (label);

  return pango_font_description_get_size (pango_context_get_font_description (context));
}

/* Small and large text alike is as much larger as the user's font is. */
static void
test_text_grows_with_the_font (void)
{
  const char *const classes[] = { "title-1",     "heading",         "body",  "caption",
                                  "score-value", "companion-value", "plain" };
  GtkSettings *settings = gtk_settings_get_default ();
  g_autoptr (GtkWindow) window = g_object_ref (GTK_WINDOW (gtk_window_new ()));
  GtkWidget *label = gtk_label_new ("text");
  g_autofree char *font = NULL;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  gtk_window_set_child (window, label);
  app_present (window);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      int small, large;

      gtk_widget_set_css_classes (label, (const char *[]) { classes[i], NULL });
      g_object_set (settings, "gtk-font-name", "Sans 10", NULL);
      small = get_font_size (label);
      g_object_set (settings, "gtk-font-name", "Sans 20", NULL);
      large = get_font_size (label);
      g_test_message ("%s: %d, %d", classes[i], small, large);
      g_assert_cmpint (abs (large - 2 * small), <=, 4);
    }
  g_object_set (settings, "gtk-font-name", font, NULL);
  gtk_window_destroy (window);
}

/* What GTK is told when it asks, over @widget. */
static gboolean
asks_for_tooltip (GtkWidget *widget)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown;

  g_signal_emit_by_name (widget, "query-tooltip", 1, 1, FALSE, tooltip, &shown);
  return shown;
}

static void
test_tooltip_set_late (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new ("label"));

  g_assert_false (asks_for_tooltip (label));
  mis_tooltip_set (label, "What it is");
  g_assert_true (gtk_widget_get_has_tooltip (label));
  g_assert_true (asks_for_tooltip (label));
  g_assert_cmpstr (mis_tooltip_get (label), ==, "What it is");
  mis_tooltip_set (label, NULL);
  g_assert_false (asks_for_tooltip (label));
  g_assert_null (mis_tooltip_get (label));
  g_object_unref (label);
}

int
main (int argc, char **argv)
{
  static const Look light = { ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR };
  static const Look dark = { ADW_COLOR_SCHEME_FORCE_DARK, GTK_TEXT_DIR_LTR };
  static const Look mirrored = { ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_RTL };

  app_init (&argc, &argv);

  g_test_add_func ("/app/widgets/properties", test_properties);
  g_test_add_func ("/app/widgets/made-for-nothing", test_made_for_nothing);
  g_test_add_func ("/app/widgets/names/start-page", test_names_on_the_start_page);
  g_test_add_func ("/app/widgets/names/explore-view", test_names_in_the_explore_view);
  g_test_add_func ("/app/widgets/names/narrow-window", test_names_in_a_narrow_window);
  g_test_add_func ("/app/widgets/names/export-dialog", test_names_in_the_export_dialog);
  g_test_add_data_func ("/app/widgets/look/light", &light, test_look);
  g_test_add_data_func ("/app/widgets/look/dark", &dark, test_look);
  g_test_add_data_func ("/app/widgets/look/mirrored", &mirrored, test_look);
  g_test_add_func ("/app/widgets/tooltip-set-late", test_tooltip_set_late);
  g_test_add_func ("/app/widgets/text-grows-with-the-font", test_text_grows_with_the_font);

  return app_run ();
}
