#include "lunch-fixture.h"

const char lunch_project[]
    = "{\n"
      "  \"format\": \"misalign-project\",\n"
      "  \"version\": 1,\n"
      "  \"title\": \"Lunch\",\n"
      "  \"areas\": [\n"
      "    { \"id\": \"food\", \"name\": \"Food\","
      " \"goals\": [ { \"id\": \"good\" }, { \"id\": \"cheap\" } ],\n"
      "      \"conflict\": { \"pairs\": ["
      " { \"goals\": [\"good\", \"cheap\"], \"value\": 0.5, \"low\": 0.4 } ] } }\n"
      "  ],\n"
      "  \"agents\": [\n"
      "    { \"id\": \"ann\", \"name\": \"Ann\", \"count\": 2,"
      " \"positions\": { \"food\": { \"goal\": \"good\", \"weight\": 0.5 } } },\n"
      "    { \"id\": \"bob\", \"positions\": { \"food\": { \"goal\": \"cheap\" } } }\n"
      "  ]\n"
      "}\n";

MisWindow *
lunch_open (GFile *file)
{
  MisWindow *window = app_new_window (NULL);

  mis_window_open (window, file);
  app_wait_until (mis_window_get_document (window) != NULL);
  return window;
}
