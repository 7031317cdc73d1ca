// libcurl's types and constants. The library itself is loaded when the first
// transfer starts: its thirty dependencies cost 11 to 15 ms at every start.
#ifndef YOZAKURA_CCURL_H
#define YOZAKURA_CCURL_H

#include <curl/curl.h>
#include <dlfcn.h>

// curl_easy_setopt, curl_easy_getinfo and curl_multi_setopt are variadic: Swift cannot call them, and calling one
// through another prototype is undefined. `function` is what dlsym found.
typedef size_t (*curl_receiver)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode curl_set_long(void *function, CURL *handle, CURLoption option, long value) {
  return ((CURLcode(*)(CURL *, CURLoption, ...))function)(handle, option, value);
}
static inline CURLcode curl_set_pointer(void *function, CURL *handle, CURLoption option, const void *value) {
  return ((CURLcode(*)(CURL *, CURLoption, ...))function)(handle, option, value);
}
static inline CURLcode curl_set_receiver(void *function, CURL *handle, CURLoption option, curl_receiver value) {
  return ((CURLcode(*)(CURL *, CURLoption, ...))function)(handle, option, value);
}
static inline CURLcode curl_set_observer(void *function, CURL *handle, curl_debug_callback value) {
  return ((CURLcode(*)(CURL *, CURLoption, ...))function)(handle, CURLOPT_DEBUGFUNCTION, value);
}
static inline CURLcode curl_set_opener(void *function, CURL *handle, curl_opensocket_callback value) {
  return ((CURLcode(*)(CURL *, CURLoption, ...))function)(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}
static inline CURLcode curl_set_closer(void *function, CURL *handle, curl_closesocket_callback value) {
  return ((CURLcode(*)(CURL *, CURLoption, ...))function)(handle, CURLOPT_CLOSESOCKETFUNCTION, value);
}
static inline CURLcode curl_set_gate(void *function, CURL *handle, curl_prereq_callback value) {
  return ((CURLcode(*)(CURL *, CURLoption, ...))function)(handle, CURLOPT_PREREQFUNCTION, value);
}
static inline CURLMcode curl_set_multi_long(void *function, CURLM *multi, CURLMoption option, long value) {
  return ((CURLMcode(*)(CURLM *, CURLMoption, ...))function)(multi, option, value);
}
static inline CURLcode curl_get_info(void *function, CURL *handle, CURLINFO info, void *value) {
  return ((CURLcode(*)(CURL *, CURLINFO, ...))function)(handle, info, value);
}

// CURLMsg holds a union, whose member Swift imports under a generated name.
static inline CURLcode curl_message_result(const CURLMsg *message) { return message->data.result; }

#endif
