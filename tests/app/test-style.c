/* The style sheet: all of its rules are understood, or what follows a mistake would be lost. */
#include "app-fixture.h"

static void
error_cb (GtkCssProvider *provider, GtkCssSection *section, const GError *error, GString *errors)
{
  g_autofree char *place = gtk_css_section_to_string (section);

  g_string_append_printf (errors, "%s: %s\n", place, error->message);
}

static void
test_understood (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autoptr (GString) errors = g_string_new (NULL);

  g_signal_connect (provider, "parsing-error", G_CALLBACK (error_cb), errors);
  gtk_css_provider_load_from_resource (provider, "/io/github/misalign/Misalign/style.css");
  g_assert_cmpstr (errors->str, ==, "");
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/style/understood", test_understood);
  return app_run ();
}
