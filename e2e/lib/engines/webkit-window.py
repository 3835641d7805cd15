#!/usr/bin/python3
"""One window of WebKitGTK for WebDriver: webkit-window.py kept|private|refused PROFILE."""
import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

kind, profile = sys.argv[1:3]
printing = []


def website_data():
    if kind == "private":
        return WebKit2.WebsiteDataManager.new_ephemeral()
    return WebKit2.WebsiteDataManager(
        base_data_directory=os.path.join(profile, "data"),
        base_cache_directory=os.path.join(profile, "cache"),
    )


def settings():
    chosen = WebKit2.Settings()
    chosen.set_enable_write_console_messages_to_stdout(True)
    if kind == "refused":
        features = WebKit2.Settings.get_all_features()
        for feature in map(features.get, range(features.get_length())):
            if feature.get_identifier() in ("IndexedDBAPI", "LocalStorage"):
                chosen.set_feature_enabled(feature, False)
    return chosen


def print_to(_manager, message, view):
    """Prints to a file as PDF; `.done` is added to its name once it is whole."""
    file = message.get_js_value().to_string()
    paper = Gtk.PrintSettings()
    paper.set_printer("Print to File")
    paper.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, "file://" + file)
    paper.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(paper)
    operation.connect("finished", lambda _: os.replace(file, file + ".done"))
    printing.append(operation)
    operation.print_()


def leave(_manager, _message, frame):
    """As a person closes it: what WebKit still holds back goes to the disk."""
    frame.destroy()
    Gtk.main_quit()


def window(_session):
    view = WebKit2.WebView(
        web_context=context, settings=settings(), is_controlled_by_automation=True
    )
    messages = view.get_user_content_manager()
    frame = Gtk.Window(default_width=1280, default_height=900)
    for name, act, whom in (("print", print_to, view), ("leave", leave, frame)):
        messages.connect("script-message-received::" + name, act, whom)
        messages.register_script_message_handler(name)
    frame.add(view)
    frame.show_all()
    return view


def started(_context, session):
    about = WebKit2.ApplicationInfo()
    about.set_name("webkit-window")
    about.set_version(
        WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()
    )
    session.set_application_info(about)
    session.connect("create-web-view", window)


context = WebKit2.WebContext(website_data_manager=website_data())
context.set_preferred_languages(["nb-NO"])
context.set_automation_allowed(True)
context.connect("automation-started", started)
Gtk.main()
