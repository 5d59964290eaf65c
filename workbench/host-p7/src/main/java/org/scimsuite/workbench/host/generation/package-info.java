/** What Platform 7 has of its own: Spring 5 in bundles, and Gemini Blueprint, which makes the plugin's context. */
package org.scimsuite.workbench.host.generation;
